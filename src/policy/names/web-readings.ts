import { decodePercent } from './decode-percent.ts';
import { dropMarkup } from './drop-markup.ts';
import { openReferences } from './open-references.ts';
import { openSigns } from './open-signs.ts';

/** What was written twice or thrice over on its way through other programs is opened; nobody's slip goes deeper. */
const depth = 4;

function openAll(text: string): string {
  let opened = text;
  for (let times = 0; times < depth; times++) opened = openReferences(decodePercent(opened));
  return opened;
}

/**
 * The ways in which a website may show a typed text, each once: as it stands; with its percent codes and character
 * references opened; and without its markup, which stands within a word ('Wil<b>hel</b>mina', 'An[b]na[/b]') or parts two
 * ('Mary<br>Jones'); and each of these with signs that look like letters as letters.
 * For looking only: what is stored and shown stays as it was typed.
 */
export function webReadings(text: string): string[] {
  if (!/[&<%[*~]/.test(text) && openSigns(text) === text) return [text];
  const opened = openAll(text);
  const readings = [text, opened, dropMarkup(opened, ''), dropMarkup(opened, ' ')];
  return [...new Set([...readings, ...readings.map(openSigns)])];
}

import { decodePercent } from './decode-percent.ts';
import { openReferences } from './open-references.ts';

/** What was written twice or thrice over on its way through other programs is opened; nobody's slip goes deeper. */
const depth = 4;

/** Comments and tags, also with '>' in their attributes. Bounded, so that a long text cannot keep it looking. */
const tag = /<!--[^]{0,1000}?-->|<\/?[a-z](?:[^<>"']|"[^"]{0,300}"|'[^']{0,300}'){0,300}>|<[/!?a-z][^<>]{0,1000}>/gi;

function openAll(text: string): string {
  let opened = text;
  for (let times = 0; times < depth; times++) opened = openReferences(decodePercent(opened));
  return opened;
}

/**
 * The ways in which a website may show a typed text, each once: as it stands; with its percent codes and character
 * references opened; and without its tags, which stand within a word ('Wil<b>hel</b>mina') or part two ('Mary<br>Jones').
 * For looking only: what is stored and shown stays as it was typed.
 */
export function webReadings(text: string): string[] {
  if (!/[&<%]/.test(text)) return [text];
  const opened = openAll(text);
  return [...new Set([text, opened, opened.replace(tag, ''), opened.replace(tag, ' ')])];
}

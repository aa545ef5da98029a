import { AppError } from '../../lib/app-error.ts';
import type { Pupil } from '../words/people.ts';
import { groupBy } from '../group-by.ts';

/** The lines of a roll that say something, with their numbers. '#' begins a comment. */
function linesOf(text: string): { readonly number: number; readonly entry: string }[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, entry: line.replace(/#.*$/, '').trim() }))
    .filter(({ entry }) => entry !== '');
}

/**
 * The pupils of a roll: one class or pupil id a line, comments after '#'. Classes are compared without case. Throws
 * AppError 'roll-invalid' naming each line that is neither, and when nothing is left, because an empty roll would say
 * that nobody was there. A line that is both means both. With a class on it, whoever has no class is on it too: they may be of any.
 */
export function parseRoll(text: string, pupils: readonly Pupil[]): Pupil[] {
  const byId = new Map(pupils.map((pupil) => [pupil.id, pupil]));
  const byClass = groupBy(pupils, (pupil) => pupil.className?.toLowerCase() ?? '');
  const lines = linesOf(text);
  const found = new Set<Pupil>();
  const unknown: number[] = [];
  let hasClass = false;
  for (const { number, entry } of lines) {
    const [single, members] = [byId.get(entry), byClass.get(entry.toLowerCase())];
    if (single === undefined && members === undefined) unknown.push(number);
    // '4' may be a pupil and a class: then both were there, because nobody who may have been is left out.
    hasClass ||= members !== undefined;
    for (const pupil of [...(single === undefined ? [] : [single]), ...(members ?? [])]) found.add(pupil);
  }
  if (unknown.length > 0) {
    const lead = unknown.length === 1 ? 'line' : 'lines';
    const detail = `${lead} ${unknown.slice(0, 20).join(', ')}: neither a class nor a pupil id of the register`;
    throw new AppError('roll-invalid', { detail });
  }
  if (found.size === 0) throw new AppError('roll-invalid', { detail: 'it names no class and no pupil' });
  return pupils.filter((pupil) => found.has(pupil) || (hasClass && pupil.className === undefined));
}

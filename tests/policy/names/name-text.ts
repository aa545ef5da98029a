import { findNames, type NameCarrier, type NameSpan, type NameText } from '../../../src/policy/names/find-names.ts';
import { indexNames, type NameIndex } from '../../../src/policy/names/index-names.ts';
import { readUnits } from '../../../src/policy/names/read-units.ts';
import { splitWords } from '../../../src/policy/names/split-words.ts';
import type { Pupil } from '../../../src/policy/words/people.ts';

/** What every search for names works on, of one text; with slips of print and typing where those are looked for. */
export function nameText(
  text: string,
  carrier: NameCarrier,
  pupils: readonly Pupil[],
  withSlips = carrier === 'picture',
): NameText {
  const index: NameIndex = indexNames(pupils);
  const words = splitWords(text, carrier);
  return { words, units: readUnits(words, index, withSlips), index, carrier };
}

/** Spans as 'alex likely 0-1': the pupils, how sure, and the words. */
export const spansOf = (spans: readonly NameSpan[], { index }: NameText): string[] =>
  spans.map(
    ({ pupils, confidence, from, to }) => `${pupils.map((at) => index.ids[at]).join('+')} ${confidence} ${from}-${to}`,
  );

/** Whom a text names in any way, as 'alex likely first'. */
export const namedIn = (text: string, carrier: NameCarrier, pupils: readonly Pupil[]): string[] =>
  findNames(text, { names: indexNames(pupils), carrier }).map(
    (found) => `${found.pupils.join('+')} ${found.confidence} ${found.form}`,
  );

import { badgeWords, nameWords, ordinaryWords } from './common-words.ts';
import type { NameSpan, NameText } from './find-names.ts';
import { isNamedWord } from './is-named-word.ts';
import { isSomethingElse } from './is-something-else.ts';
import type { NameHit, NameUnit } from './read-units.ts';
import { isFigure, isTelling, singleText, type SingleText } from './single-text.ts';

/** The most words a badge holds beside "my name is" and the like. */
const badgeLength = 3;

/** The dearest reading of a name that stands alone, by length: slips of print, no ordinary wrong letter under eight. */
function dearestAlone(length: number): number {
  if (length <= 4) return 0.3;
  return length < 8 ? 0.6 : 1;
}

/** In print, patterns and pieces of other words look like short names: 'ZO.ON' names no Zoë, 'MO-DaCk' no Muhammad. */
function isPiece(unit: NameUnit, hit: NameHit, { words, carrier, telling }: SingleText): boolean {
  const isRecorded = hit.strength === 'recorded' && hit.cost === 0;
  if (carrier !== 'picture' || isRecorded) return false;
  if (words[unit.from]!.isGlued || words[unit.to]!.isGlued) return true;
  const isOtherLength = unit.folded.length <= 4 && hit.name.length !== unit.folded.length;
  return isOtherLength || (unit.folded.length <= 2 && telling > 1);
}

function nearest(hits: ReadonlyMap<number, NameHit>, length: number): [number, NameHit][] {
  const near = [...hits].filter(([, hit]) => hit.cost <= dearestAlone(length));
  const best = Math.min(...near.map(([, hit]) => hit.cost));
  return near.filter(([, hit]) => hit.cost <= best + (best === 0 ? 0 : 0.3));
}

function readGiven(unit: NameUnit, text: SingleText): NameSpan[] {
  const word = text.words[unit.from]!;
  const isBadge = text.telling <= badgeLength;
  const isWord = unit.from === unit.to && nameWords.has(unit.folded);
  const isLowerOk = text.carrier === 'file-name' || text.carrier === 'tag' || (isBadge && text.carrier === 'picture');
  if (!word.isCapital && !isLowerOk) return [];
  if (unit.folded.length < 2 || ordinaryWords.has(unit.folded) || isSomethingElse(unit, text)) return [];
  if (isWord && !isNamedWord(unit, text)) return [];
  const hits = nearest(unit.given, unit.folded.length).filter(([, hit]) => !isPiece(unit, hit, text));
  // In a long text only a name as it is recorded counts; short forms and slips are words too easily.
  const usable = isBadge ? hits : hits.filter(([, hit]) => hit.cost === 0 && hit.strength === 'recorded');
  const [first] = usable;
  if (first === undefined) return [];
  const isSure = isBadge && !isWord && usable.length === 1 && first[1].cost === 0 && first[1].strength === 'recorded';
  const confidence = isSure ? 'likely' : 'possible';
  const pupils = usable.map(([pupil]) => pupil);
  return [{ from: unit.from, to: unit.to, pupils, confidence, form: 'first', cost: first[1].cost }];
}

/** Whether nothing but last names stands here, as on the sheet of a team. */
const isTeamSheet = ({ words, units }: SingleText): boolean =>
  words.every(
    (word, at) =>
      !isTelling(word) ||
      units.some(({ from, to, folded, last }) => from <= at && at <= to && !ordinaryWords.has(folded) && last.size > 0),
  );

/** 'BELL' alone may hang over a door; 'BELL 10' is a shirt. */
function mayBeLast({ folded, from }: NameUnit, { words }: SingleText): boolean {
  if (ordinaryWords.has(folded) || badgeWords.has(folded)) return false;
  return !nameWords.has(folded) || (words[from]!.isCapital && words.some(isFigure));
}

/** A last name alone says something only where little else stands: on a shirt, a peg, a tag. */
function readLast(unit: NameUnit, text: SingleText): NameSpan[] {
  const { words, carrier, telling } = text;
  const isWritten = carrier !== 'prose' && (words[unit.from]!.isCapital || carrier !== 'picture' || telling === 1);
  if (!isWritten || unit.folded.length < 3 || !mayBeLast(unit, text) || isSomethingElse(unit, text)) return [];
  if (telling > 2 && !isTeamSheet(text)) return [];
  const hits = nearest(unit.last, unit.folded.length).filter(
    ([, hit]) => hit.strength === 'recorded' && !isPiece(unit, hit, text),
  );
  if (hits.length === 0) return [];
  const pupils = hits.map(([pupil]) => pupil);
  return [{ from: unit.from, to: unit.to, pupils, confidence: 'possible', form: 'last', cost: hits[0]![1].cost }];
}

/** Given names that stand alone, and last names on badges and shirts. */
export function findSingleNames(searched: NameText): NameSpan[] {
  const text = singleText(searched);
  return text.units.flatMap((unit) => [
    ...(unit.given.size > 0 ? readGiven(unit, text) : []),
    ...(unit.last.size > 0 ? readLast(unit, text) : []),
  ]);
}

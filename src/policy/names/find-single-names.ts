import {
  badgeWords,
  nameWords,
  ordinaryWords,
  wordsAfterThings,
  wordsBeforeNames,
  wordsBeforeOthers,
} from './common-words.ts';
import type { NameSpan, NameText } from './find-names.ts';
import type { NameHit, NameUnit } from './read-units.ts';

/** The most words a badge holds beside "my name is" and the like. */
const badgeLength = 3;

/** How many words of a text could be a name or say something else; a badge's own words and numbers do not count. */
function countTellingWords({ words }: NameText): number {
  return words.filter((word) => !badgeWords.has(word.folded) && !/^\d+\p{L}?$/u.test(word.folded)).length;
}

/** The dearest reading of a name that stands alone, by length: slips of print, no ordinary wrong letter under eight. */
function dearestAlone(length: number): number {
  if (length <= 4) return 0.3;
  return length < 8 ? 0.6 : 1;
}

/** In print, patterns and pieces of other words look like short names: 'ZO.ON' names no Zoë, 'MO-DaCk' no Muhammad. */
function isPiece(unit: NameUnit, hit: NameHit, { words, carrier }: NameText, telling: number): boolean {
  const isRecorded = hit.strength === 'recorded' && hit.cost === 0;
  if (carrier !== 'picture' || isRecorded) return false;
  if (words[unit.from]!.isGlued || words[unit.to]!.isGlued) return true;
  const isOtherLength = unit.folded.length <= 4 && hit.name.length !== unit.folded.length;
  return isOtherLength || (unit.folded.length <= 2 && telling > 1);
}

/** Whether the words around say that a teacher, a saint, a street or somebody else of that first name is meant. */
function isSomethingElse(unit: NameUnit, { words, carrier, index }: NameText): boolean {
  const [word, before, after] = [words[unit.from]!, words[unit.from - 1], words[unit.to + 1]];
  if (word.gap === 'blank' && before !== undefined && wordsBeforeOthers.has(before.folded)) return true;
  // "Roald Dahl's Matilda" is a book.
  if (carrier === 'prose' && word.gap === 'blank' && before?.isPossessive === true && before.isCapital) return true;
  if (after?.gap !== 'blank') return false;
  if (wordsAfterThings.has(after.folded) && carrier !== 'tag') return true;
  if (carrier !== 'prose' || !after.isCapital || /\d/.test(after.folded)) return false;
  if (words[unit.to]!.isPossessive) return true;
  // "Anne Frank" is somebody else when no pupil is called Frank.
  return !ordinaryWords.has(after.folded) && !index.given.has(after.folded) && !badgeWords.has(after.folded);
}

/** A word that is a name as well counts alone on a badge, after "well done", or in a row of names. */
function isNamedWord(unit: NameUnit, text: NameText, telling: number): boolean {
  const { words, units, carrier } = text;
  const [word, before] = [words[unit.from]!, words[unit.from - 1]];
  if (!word.isCapital && carrier !== 'tag' && carrier !== 'file-name') return false;
  if (telling === 1) return carrier !== 'prose' || words.length === 1;
  if (carrier !== 'prose' && carrier !== 'tag') return false;
  if (before !== undefined && word.gap === 'blank' && wordsBeforeNames.has(before.folded)) return true;
  const isRow = (other: NameUnit): boolean => {
    const joint = other.to < unit.from ? words.slice(other.to + 1, unit.from) : words.slice(unit.to + 1, other.from);
    const second = words[Math.max(other.from, unit.from)]!;
    const isJoined = joint.length === 0 ? second.gap === 'comma' : joint.length === 1 && joint[0]!.folded === 'and';
    return isJoined && other.given.size > 0 && !nameWords.has(other.folded) && words[other.from]!.isCapital;
  };
  return units.some((other) => (other.to < unit.from || other.from > unit.to) && isRow(other));
}

function nearest(hits: ReadonlyMap<number, NameHit>, length: number): [number, NameHit][] {
  const near = [...hits].filter(([, hit]) => hit.cost <= dearestAlone(length));
  const best = Math.min(...near.map(([, hit]) => hit.cost));
  return near.filter(([, hit]) => hit.cost <= best + (best === 0 ? 0 : 0.3));
}

function readGiven(unit: NameUnit, text: NameText, telling: number): NameSpan[] {
  const word = text.words[unit.from]!;
  const isBadge = telling <= badgeLength;
  const isWord = unit.from === unit.to && nameWords.has(unit.folded);
  const isLowerOk = text.carrier === 'file-name' || text.carrier === 'tag' || (isBadge && text.carrier === 'picture');
  if (!word.isCapital && !isLowerOk) return [];
  if (unit.folded.length < 2 || ordinaryWords.has(unit.folded) || isSomethingElse(unit, text)) return [];
  if (isWord && !isNamedWord(unit, text, telling)) return [];
  const hits = nearest(unit.given, unit.folded.length).filter(([, hit]) => !isPiece(unit, hit, text, telling));
  // In a long text only a name as it is recorded counts; short forms and slips are words too easily.
  const usable = isBadge ? hits : hits.filter(([, hit]) => hit.cost === 0 && hit.strength === 'recorded');
  const [first] = usable;
  if (first === undefined) return [];
  const isSure = isBadge && !isWord && usable.length === 1 && first[1].cost === 0 && first[1].strength === 'recorded';
  const confidence = isSure ? 'likely' : 'possible';
  const pupils = usable.map(([pupil]) => pupil);
  return [{ from: unit.from, to: unit.to, pupils, confidence, form: 'first', cost: first[1].cost }];
}

/** A last name alone says something only where little else stands: on a shirt, a peg, a tag. */
function readLast(unit: NameUnit, text: NameText, telling: number): NameSpan[] {
  const isWord = nameWords.has(unit.folded) || ordinaryWords.has(unit.folded) || badgeWords.has(unit.folded);
  const isWritten = text.carrier !== 'prose' && (text.words[unit.from]!.isCapital || text.carrier !== 'picture');
  if (telling > 2 || isWord || unit.folded.length < 3 || !isWritten || isSomethingElse(unit, text)) return [];
  const hits = nearest(unit.last, unit.folded.length).filter(
    ([, hit]) => hit.strength === 'recorded' && !isPiece(unit, hit, text, telling),
  );
  if (hits.length === 0) return [];
  const pupils = hits.map(([pupil]) => pupil);
  return [{ from: unit.from, to: unit.to, pupils, confidence: 'possible', form: 'last', cost: hits[0]![1].cost }];
}

/** Given names that stand alone, and last names on badges and shirts. */
export function findSingleNames(text: NameText): NameSpan[] {
  const telling = countTellingWords(text);
  return text.units.flatMap((unit) => [
    ...(unit.given.size > 0 ? readGiven(unit, text, telling) : []),
    ...(unit.last.size > 0 ? readLast(unit, text, telling) : []),
  ]);
}

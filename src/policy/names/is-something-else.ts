import { badgeWords, ordinaryWords, roleWords, wordsAfterThings, wordsBeforeOthers } from './common-words.ts';
import type { NameUnit } from './read-units.ts';
import { isFigure, type SingleText } from './single-text.ts';
import type { Word } from './split-words.ts';

/** 'Miss Ella', 'the Matilda'. But in Welsh "a" is "and": "Siân a Gwenllian". */
function followsOther({ words }: SingleText, from: number): boolean {
  const before = words[from - 1];
  if (words[from]!.gap !== 'blank' || before === undefined || !wordsBeforeOthers.has(before.folded)) return false;
  return before.text !== 'a' || words[from - 2]?.isCapital !== true;
}

/** "Ella House" is a house, but "Ella Class 4B", "Ella Group B" and "Ella House Captain" are a pupil. */
function isOnBadge(after: Word, next: Word | undefined): boolean {
  if (!badgeWords.has(after.folded) || next === undefined) return false;
  return isFigure(next) || (next.gap !== 'stop' && (next.isInitial || roleWords.has(next.folded)));
}

/** Whether the words around a name say that a teacher, a saint, a street or somebody else of that name is meant. */
export function isSomethingElse(unit: NameUnit, text: SingleText): boolean {
  const { words, carrier, index, hasTellingCapitals } = text;
  if (followsOther(text, unit.from)) return true;
  const [word, before, after] = [words[unit.from]!, words[unit.from - 1], words[unit.to + 1]];
  // "Roald Dahl's Matilda" is a book.
  if (carrier === 'prose' && word.gap === 'blank' && before?.isPossessive === true && before.isCapital) return true;
  if (after?.gap !== 'blank') return false;
  if (wordsAfterThings.has(after.folded) && carrier !== 'tag') return !isOnBadge(after, words[unit.to + 2]);
  if (carrier !== 'prose' || !hasTellingCapitals || !after.isCapital || /\d/.test(after.folded)) return false;
  if (words[unit.to]!.isPossessive) return true;
  // "Anne Frank" is somebody else when no pupil is called Frank.
  return !ordinaryWords.has(after.folded) && !index.given.has(after.folded) && !badgeWords.has(after.folded);
}

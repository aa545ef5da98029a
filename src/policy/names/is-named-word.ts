import { deedsOfPeople, nameWords, timesOfYear, wordsBeforeNames, wordsBeforeTo } from './common-words.ts';
import type { NameUnit } from './read-units.ts';
import { isFigure, type SingleText } from './single-text.ts';

/** "Well done Grace", "awarded to Grace", "love from Grace". */
function isAddressed({ words }: SingleText, from: number): boolean {
  const [word, before, first] = [words[from]!, words[from - 1], words[from - 2]];
  if (before === undefined || word.gap !== 'blank') return false;
  if (wordsBeforeNames.has(before.folded)) return true;
  return (
    before.gap === 'blank' && first !== undefined && (wordsBeforeTo.get(before.folded)?.has(first.folded) ?? false)
  );
}

/** Whether two names stand in a row of names: 'Mary and Grace', 'Grace, Mary', in Welsh 'Mari a Grace'. */
function isRow(unit: NameUnit, other: NameUnit, { words }: SingleText): boolean {
  const [left, right] = other.to < unit.from ? [other, unit] : [unit, other];
  const joint = words.slice(left.to + 1, right.from);
  const isJoined =
    joint.length === 0
      ? words[right.from]!.gap === 'comma'
      : joint.length === 1 && /^(?:and|ac?)$/.test(joint[0]!.folded);
  if (!isJoined || other.given.size === 0 || !words[other.from]!.isCapital) return false;
  // "May and June" are months.
  return !nameWords.has(other.folded) || !(timesOfYear.has(unit.folded) || timesOfYear.has(other.folded));
}

/** 'We cheered for Poppy', where a word has no capital of its own, and 'Poppy scored'; but of classes, 'Willow 97 per cent'. */
function isWithinProse(unit: NameUnit, { words, carrier, hasTellingCapitals }: SingleText): boolean {
  if (carrier !== 'prose' || !hasTellingCapitals || timesOfYear.has(unit.folded)) return false;
  const [word, after] = [words[unit.from]!, words[unit.to + 1]];
  if (word.startsSentence) return after?.gap === 'blank' && deedsOfPeople.has(after.folded);
  return after?.gap !== 'blank' || !isFigure(after);
}

/** Whether a word that is a name as well is one here: alone on a badge, after "well done", in a row of names, within prose. */
export function isNamedWord(unit: NameUnit, text: SingleText): boolean {
  const { words, units, carrier, telling } = text;
  if (!words[unit.from]!.isCapital && carrier !== 'tag' && carrier !== 'file-name') return false;
  if (telling === 1) return carrier !== 'prose' || words.length === 1;
  if (carrier === 'file-name') return false;
  if (isAddressed(text, unit.from) || isWithinProse(unit, text)) return true;
  return units.some((other) => (other.to < unit.from || other.from > unit.to) && isRow(unit, other, text));
}

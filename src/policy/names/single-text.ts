import { badgeWords } from './common-words.ts';
import type { NameText } from './find-names.ts';
import type { Word } from './split-words.ts';
import { tellByCapitals } from './tell-by-capitals.ts';

/** A text in which names that stand alone are looked for, with what it says of each of its words. */
export interface SingleText extends NameText {
  /** How many words could be a name or say something else; a badge's own words and figures do not count. */
  readonly telling: number;
  /** Whether a capital says that a word is a name. */
  readonly hasTellingCapitals: boolean;
}

/** '7', '4B'. */
export const isFigure = ({ folded }: Word): boolean => /^\d+\p{L}?$/u.test(folded);

/** Whether a word of a badge could be a name or say something else. */
export const isTelling = (word: Word): boolean => !badgeWords.has(word.folded) && !isFigure(word);

/** The text with what tells of names in it. */
export function singleText(text: NameText): SingleText {
  const { words } = text;
  return { ...text, telling: words.filter(isTelling).length, hasTellingCapitals: tellByCapitals(words) };
}

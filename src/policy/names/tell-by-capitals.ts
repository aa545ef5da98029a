import type { Word } from './split-words.ts';

/** Small words have a small letter in headings too. */
const isLong = ({ text }: Word): boolean => /^\P{L}*\p{L}{4}/u.test(text);

/** Whether a text is in capitals throughout; one to three such words may be a name or an abbreviation. */
export const isShouted = (words: readonly Word[]): boolean =>
  words.length > 3 && words.every((word) => word.text === word.text.toUpperCase());

/**
 * Whether a capital says that a word is a name. Not in a heading, where each word but small ones has one: 'Ella Wins Gold',
 * 'ELLA WINS'. Two words are no heading, unless they are in capitals throughout.
 */
export function tellByCapitals(words: readonly Word[]): boolean {
  if (words.every((word) => word.text === word.text.toUpperCase())) return false;
  return words.length <= 2 || !words.filter(isLong).every((word) => word.isCapital);
}

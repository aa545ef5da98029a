import { asLatin } from './look-alikes.ts';

/** Letters that do not come apart into a base letter and a mark. */
const wholeLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
};

/** A word in Latin letters in which some come from another script was written to be missed, or by a slip. */
const unmix = (text: string): string => (/\p{Script=Latin}/u.test(text) ? asLatin(text) : text);

/** A word for comparing: lower case, without accents, apostrophes and hyphens. 'D’Souza' → 'dsouza', 'Łukasz' → 'lukasz'. */
export function foldText(text: string): string {
  return unmix(unmix(text.normalize('NFKD')).toLowerCase())
    .replace(/[ßłøđðþæœħıŋŧ]/g, (letter) => wholeLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}|]|\p{Lm}/gu, '');
}

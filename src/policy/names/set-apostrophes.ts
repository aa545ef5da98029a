import { nameWords, ordinaryWords } from './common-words.ts';
import { foldText } from './fold-text.ts';
import type { NameIndex } from './index-names.ts';

/** A word that ends in s and stands first or behind a word in small letters: behind a capital it is a last name. */
const ownerForm =
  /(?<![\p{L}\p{M}\p{N}'’])(?<!\p{Lu}[\p{L}\p{M}'’]{0,40}\s{1,3})([\p{L}\p{M}]{3,})([sS])(?![\p{L}\p{M}\p{N}'’])/gu;

/** Sets the apostrophe that was not written, or not read: 'ELLAS TRAY' → "ELLA'S TRAY" where a pupil is called Ella. */
export function setApostrophes(text: string, { given, last }: NameIndex): string {
  return text.replace(ownerForm, (word: string, stem: string, ending: string) => {
    const [folded, owner] = [foldText(word), foldText(stem)];
    if (given.has(folded) || last.has(folded) || ordinaryWords.has(folded) || nameWords.has(folded)) return word;
    const isName = [...(given.get(owner)?.values() ?? [])].includes('recorded') && !nameWords.has(owner);
    return isName ? `${stem}'${ending}` : word;
  });
}

/** The same the other way round, for what is shown of the text: "ELLA'S" → 'ELLAS'. */
export const dropApostrophes = (part: string): string => part.replace(/'([sS])(?!\p{L})/gu, '$1');

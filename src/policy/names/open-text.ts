import { decodePercent } from './decode-percent.ts';
import type { NameCarrier } from './find-names.ts';
import { partRunTogether } from './part-run-together.ts';

/** Spaced lettering, as on bibs: 'S A M' is one word, and so is 'S.A.M.U.E.L'. */
function closeSpacedLetters(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])\p{L}(?: \p{L}){2,}(?![\p{L}\p{N}'’])/gu, (run) => run.replaceAll(' ', ''))
    .replace(/(?<![\p{L}\p{N}])\p{L}(?:([.\-_*·•])\p{L})(?:\1\p{L}){2,}(?![\p{L}\p{N}'’])/gu, (run) =>
      run.replace(/[^\p{L}]/gu, ''),
    );
}

/** A nickname between the names: 'Alex "Sandy" Jones'. */
const openBrackets = (text: string): string =>
  text.replace(/(?<=\p{L} )["“(‘']([\p{L}\p{M}]+)["”)’'](?= \p{L})/gu, '$1');

/**
 * A text as a reader sees it: without invisible characters, letters of fancy alphabets as plain ones, spaced lettering
 * closed, hashtags, handles and file names taken apart.
 */
export function openText(text: string, carrier: NameCarrier): string {
  const plain = text
    .replace(/[´ʼʹ]/g, "'")
    .normalize('NFKC')
    // Among those that show nothing are letters: U+115F and U+1160 fill up Korean syllables.
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
  if (carrier === 'picture') return closeSpacedLetters(plain);
  const decoded = decodePercent(plain);
  const opened =
    carrier === 'file-name'
      ? partRunTogether(decoded.replace(/\.[A-Za-z0-9]{2,5}$/, ''))
      : decoded.replace(/[#@][\p{L}\p{M}\p{N}_]+|[\p{L}\p{M}\p{N}_.+-]+(?=@)/gu, partRunTogether);
  return closeSpacedLetters(openBrackets(opened));
}

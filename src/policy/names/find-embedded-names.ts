import { nameWords, ordinaryWords } from './common-words.ts';
import type { NameSpan, NameText } from './find-names.ts';
import type { NameIndex } from './index-names.ts';

/** Shorter whole names occur within other words by chance. */
const leastLetters = 7;
/** From here chance hardly spells them. */
const sureLetters = 10;
/** Scripts that set no blanks between words, or join endings to a name. A sign of theirs says more than a letter. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Two signs; taken apart, a syllable of Hangul is two or three letters. */
const leastSigns = 2;
/** From three signs on chance hardly writes them. */
const sureSigns = 3;

/** Longer words are no names; looking through them would cost too much. */
const mostLetters = 60;
/** A whole sentence may stand without a blank. */
const mostSigns = 400;

/** The longest whole name within a word and its holders: 'teamalexjones' holds 'alexjones'. */
function longestWithin(
  word: string,
  index: NameIndex,
  least: number,
): { readonly length: number; readonly pupils: number[] } | null {
  for (let length = Math.min(word.length - 1, mostLetters); length >= least; length -= 1) {
    const pupils = new Set<number>();
    for (let from = 0; from + length <= word.length; from += 1) {
      for (const pupil of index.whole.get(word.slice(from, from + length)) ?? []) pupils.add(pupil);
    }
    if (pupils.size > 0) return { length, pupils: [...pupils] };
  }
  return null;
}

/**
 * Names in hashtags, handles, addresses and file names that are run together with other words ('#teamalexjones') or cut
 * to user names ('ajones'), and names among words of a script without blanks ('祝贺李小龙获奖'). Never certain.
 */
export function findEmbeddedNames({ words, index, carrier }: NameText): NameSpan[] {
  return words.flatMap(({ folded, isAddress }, at): NameSpan[] => {
    const isUnspaced = unspaced.test(folded);
    const isRunTogether = isAddress || carrier === 'tag' || isUnspaced;
    if (!isRunTogether || folded.length > (isUnspaced ? mostSigns : mostLetters)) return [];
    const place = { from: at, to: at, cost: 0 } as const;
    const within = longestWithin(folded, index, isUnspaced ? leastSigns : leastLetters);
    if (within !== null) {
      const confidence = within.length >= (isUnspaced ? sureSigns : sureLetters) ? 'likely' : 'possible';
      return [{ ...place, pupils: within.pupils, confidence, form: 'full' }];
    }
    if (!(isAddress || carrier === 'tag')) return [];
    const pupils = index.initialled.get(folded);
    if (pupils === undefined || folded.length < 5 || ordinaryWords.has(folded) || nameWords.has(folded)) return [];
    return [{ ...place, pupils: [...pupils], confidence: 'possible', form: 'initial' }];
  });
}

import { nameWords, ordinaryWords } from './common-words.ts';
import type { NameSpan, NameText } from './find-names.ts';
import type { NameIndex } from './index-names.ts';

/** Shorter whole names occur within other words by chance. */
const leastLetters = 7;
/** From here chance hardly spells them. */
const sureLetters = 10;
/** Longer words are no names; looking through them would cost too much. */
const mostLetters = 60;

/** The longest whole name within a word and its holders: 'teamalexjones' holds 'alexjones'. */
function longestWithin(word: string, index: NameIndex): { readonly length: number; readonly pupils: number[] } | null {
  for (let length = word.length - 1; length >= leastLetters; length -= 1) {
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
 * to user names ('ajones'). Never certain.
 */
export function findEmbeddedNames({ words, index, carrier }: NameText): NameSpan[] {
  return words.flatMap(({ folded, isAddress }, at): NameSpan[] => {
    if (!(isAddress || carrier === 'tag') || folded.length > mostLetters) return [];
    const place = { from: at, to: at, cost: 0 } as const;
    const within = longestWithin(folded, index);
    if (within !== null) {
      const confidence = within.length >= sureLetters ? 'likely' : 'possible';
      return [{ ...place, pupils: within.pupils, confidence, form: 'full' }];
    }
    const pupils = index.initialled.get(folded);
    if (pupils === undefined || folded.length < 5 || ordinaryWords.has(folded) || nameWords.has(folded)) return [];
    return [{ ...place, pupils: [...pupils], confidence: 'possible', form: 'initial' }];
  });
}

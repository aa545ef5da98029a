import type { Facts } from '../words/rule.ts';
import { foldText } from './fold-text.ts';
import type { NameIndex } from './index-names.ts';
import { namedPupils, type NamedPupils } from './named-pupils.ts';
import { namesOfFacts } from './names-of-facts.ts';
import { webReadings } from './web-readings.ts';

/** No name goes over this mark. */
const apart = ' • ';
const wordForm = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

/** A word as it stands, and what it is made of: 'AlexJones' may be 'Alex' and 'Jones'. */
const partsOf = (word: string): string[] => [word, ...word.split(/['’-]|(?<=\p{Ll})(?=\p{Lu})/u)].map(foldText);

/** Whether a word of the text is a name, as it is written: far quicker than looking for names that are nearly there. */
function mayName(text: string, { given, last, whole }: NameIndex): boolean {
  return webReadings(text).some((reading) =>
    (reading.match(wordForm) ?? [])
      .flatMap(partsOf)
      .some((word) => given.has(word) || last.has(word) || whole.has(word)),
  );
}

/**
 * The pupils whose whole name stands in one of many texts, most of which are technical. Parts of names, and names that
 * only come near, are not looked for there.
 */
export function wholeNames(texts: Iterable<string>, facts: Facts): NamedPupils[] {
  const { index } = namesOfFacts(facts);
  const likely = [...new Set(texts)].filter((text) => mayName(text, index));
  if (likely.length === 0) return [];
  return namedPupils(likely.join(apart), 'tag', facts).filter(
    ({ form, confidence }) => form === 'full' && confidence !== 'possible',
  );
}

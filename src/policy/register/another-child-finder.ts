import { particles } from '../names/common-words.ts';
import { foldText } from '../names/fold-text.ts';
import type { KnownPupil } from './compare-pupil-list.ts';
import type { ListedPupil } from './read-pupil-list.ts';

type Named = Pick<ListedPupil, 'firstName' | 'lastName' | 'preferredName' | 'otherNames'>;

const wordsOf = (names: readonly string[]): readonly string[] =>
  names.flatMap((name) => name.split(/[\s-]+/).map(foldText)).filter((word) => word !== '');

const given = ({ firstName, preferredName, otherNames = [] }: Named): readonly string[] =>
  wordsOf([firstName, preferredName ?? '', ...otherNames]);

/** The words of a surname that tell families apart: “ap” alone makes nobody a relative. All of them where there are no others. */
function familyOf({ lastName }: Named): readonly string[] {
  const words = wordsOf([lastName]);
  const own = words.filter((word) => !particles.has(word));
  return own.length > 0 ? own : words;
}

const shareWord = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((word) => other.includes(word));

const wholeName = ({ firstName, lastName }: Named): string => `${foldText(firstName)} ${foldText(lastName)}`;

/** Whether two of three things that do not change together are different: what they are called, their surname, their birthday. */
function areTwo(known: KnownPupil, listed: ListedPupil): boolean {
  const isCalledTheSame = shareWord(given(known), given(listed));
  const isOfOneFamily = shareWord(familyOf(known), familyOf(listed));
  if (known.dateOfBirth === null || listed.dateOfBirth == null) return !isCalledTheSame && !isOfOneFamily;
  // Somebody who was adopted, say, keeps their birthday alone.
  return known.dateOfBirth !== listed.dateOfBirth && !(isCalledTheSame && isOfOneFamily);
}

/**
 * Whether a line of a pupil list is about another child than the one whose number it has: the number was given out again, or
 * two pupils' numbers were mixed up. What was answered for the one must never count for the other. A new surname, another first
 * name, a corrected birthday are still the same child, unless the new name is another pupil's. `pupils`: everybody on
 * record. Pure.
 */
export function anotherChildFinder(pupils: readonly KnownPupil[]): (known: KnownPupil, listed: ListedPupil) => boolean {
  const byName = new Map(pupils.map((pupil) => [wholeName(pupil), pupil]));
  return (known, listed) => {
    const namesake = byName.get(wholeName(listed));
    const isSomebodyElses = namesake !== undefined && wholeName(known) !== wholeName(listed);
    return isSomebodyElses || areTwo(known, listed);
  };
}

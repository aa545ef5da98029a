import { foldText } from '../names/fold-text.ts';
import type { PupilName } from '../words/people.ts';

/**
 * Whether an answer was given by the pupil, not by somebody for them: it says the pupil's own whole name, with or without
 * its accents, apostrophes and hyphens. A "no" that was typed without them must not count as somebody else's.
 */
export function isOwnAnswer(
  { guardianId, givenBy }: { readonly guardianId: string | null; readonly givenBy: string },
  { first, last, preferred = first }: Pick<PupilName, 'first' | 'last' | 'preferred'>,
): boolean {
  if (guardianId !== null) return false;
  const own = [first, preferred].flatMap((given) => [`${given} ${last}`, `${last} ${given}`]);
  return own.map(foldText).includes(foldText(givenBy));
}

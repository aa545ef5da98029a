import type { PupilName } from '../words/people.ts';
import { nameKey } from './who-answered.ts';

/** Whether an answer was given by the pupil, not by somebody for them: it says the pupil's own whole name. */
export function isOwnAnswer(
  { guardianId, givenBy }: { readonly guardianId: string | null; readonly givenBy: string },
  { first, last, preferred = first }: Pick<PupilName, 'first' | 'last' | 'preferred'>,
): boolean {
  if (guardianId !== null) return false;
  const own = [first, preferred].flatMap((given) => [`${given} ${last}`, `${last} ${given}`, `${last}, ${given}`]);
  return own.map(nameKey).includes(nameKey(givenBy));
}

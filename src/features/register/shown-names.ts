import type { Pupil } from '../../policy/words/people.ts';

/** A pupil as lists of the register name them. */
export function shownNames({ id, name, className }: Pupil) {
  return {
    pupilId: id,
    firstName: name.first,
    lastName: name.last,
    preferredName: name.preferred ?? null,
    className: className ?? null,
  };
}

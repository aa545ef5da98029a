import type { PupilName } from '../words/people.ts';

/** The name a pupil goes by, for reasons: 'Sam Jones'. */
export function calledName(pupil: { readonly name: Omit<PupilName, 'others'> }): string {
  return `${pupil.name.preferred ?? pupil.name.first} ${pupil.name.last}`.trim();
}

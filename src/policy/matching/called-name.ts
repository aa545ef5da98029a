import type { Pupil } from '../words/people.ts';

/** The name a pupil goes by, for reasons: 'Sam Jones'. */
export function calledName(pupil: Pupil): string {
  return `${pupil.name.preferred ?? pupil.name.first} ${pupil.name.last}`.trim();
}

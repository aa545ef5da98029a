import type { RegisterRecord } from '../../pipeline/read-register.ts';
import { whoMayBeEnrolled } from '../../pipeline/who-may-be-enrolled.ts';
import { groupBy } from '../../policy/group-by.ts';
import { isMatchingOn } from '../../store/is-matching-on.ts';
import { findReferences } from './find-references.ts';
import type { RegisterPhotoParts } from './parts.ts';

/** Everybody who may be matched by face on an ISO day, with their reference photos, if any; nobody while matching is off. */
export async function findEnrolled(parts: RegisterPhotoParts, record: RegisterRecord, day: string) {
  if (!(await isMatchingOn(parts.database))) return [];
  const photosOf = groupBy(await findReferences(parts), ({ pupilId }) => pupilId);
  const pupils = [...whoMayBeEnrolled(record, day).values()];
  return pupils.map((pupil) => ({ pupil, references: photosOf.get(pupil.id) ?? [] }));
}

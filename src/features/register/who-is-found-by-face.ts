import type { RegisterRecord } from '../../pipeline/read-register.ts';
import { ageOfCompared } from '../../policy/register/age-of-compared.ts';
import type { PupilId } from '../../policy/words/people.ts';
import { readCurrentPolicy } from '../../store/read-current-policy.ts';
import { findEnrolled } from './find-enrolled.ts';
import type { RegisterPhotoParts } from './parts.ts';

/** Pupils whom matching answers for on an ISO day, by the photos there are now; a person looks for all others. */
export async function whoIsFoundByFace(
  parts: RegisterPhotoParts,
  record: RegisterRecord,
  day: string,
): Promise<ReadonlySet<PupilId>> {
  const { handling } = await readCurrentPolicy(parts.database);
  const found = (await findEnrolled(parts, record, day)).filter(({ references }) => {
    const age = ageOfCompared(references, day, handling);
    return age !== null && age !== 'aged';
  });
  return new Set(found.map(({ pupil }) => pupil.id));
}

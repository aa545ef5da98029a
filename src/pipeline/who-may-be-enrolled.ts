import { canHoldTemplate } from '../policy/register/can-hold-template.ts';
import type { PupilId } from '../policy/words/people.ts';
import { isOnRoll, type PupilOnRecord, type RegisterRecord } from './read-register.ts';

/** Pupils at the school on an ISO day whose biometric permission is complete: nobody else's template is ever opened. */
export function whoMayBeEnrolled(
  { pupils, biometric }: Pick<RegisterRecord, 'pupils' | 'biometric'>,
  day: string,
): ReadonlyMap<PupilId, PupilOnRecord> {
  const allowed = pupils.filter(
    (pupil) => isOnRoll(pupil, day) && canHoldTemplate(biometric.get(pupil.id) ?? 'not-asked'),
  );
  return new Map(allowed.map((pupil) => [pupil.id, pupil]));
}

import type { EnrolledPupil, Gallery } from '../detectors/engines/face-engine.ts';
import type { Sealer } from '../files/sealer.ts';
import { ageOn } from '../policy/register/age-on.ts';
import { canHoldTemplate } from '../policy/register/can-hold-template.ts';
import type { PupilId } from '../policy/words/people.ts';
import type { Queryable } from '../store/database.ts';
import { isMatchingOn } from '../store/is-matching-on.ts';
import { isOnRoll, type RegisterRecord } from './read-register.ts';
import { templateFromBytes } from './template-bytes.ts';

/** Who can be compared now, and a text that changes whenever that does. */
export interface OpenGallery {
  readonly gallery: Gallery;
  readonly fingerprint: string;
}

/**
 * The templates that may be used today, opened in memory only. Null when matching is off: then no template is even
 * read. A template whose pupil no longer has a complete permission, or has left by this ISO day, is never opened,
 * whatever the table still holds.
 */
export async function openGallery(
  database: Queryable,
  sealer: Sealer,
  record: RegisterRecord,
  day: string,
): Promise<OpenGallery | null> {
  if (!(await isMatchingOn(database))) return null;
  const here = record.pupils.filter((pupil) => isOnRoll(pupil, day));
  const pupils = new Map(here.map((pupil) => [pupil.id, pupil]));
  const isAllowed = (id: PupilId): boolean =>
    pupils.has(id) && canHoldTemplate(record.biometric.get(id) ?? 'not-asked');
  const rows = await database
    .selectFrom('faceTemplates')
    .select(['id', 'pupilId', 'sealedVector'])
    .orderBy('id')
    .execute();
  const allowed = rows.filter((row) => isAllowed(row.pupilId));
  const gallery = new Map<PupilId, EnrolledPupil>();
  for (const { id, pupilId, sealedVector } of allowed) {
    const born = pupils.get(pupilId)?.dateOfBirth;
    const template = templateFromBytes(sealer.open(`template/${id}`, sealedVector));
    const templates = [...(gallery.get(pupilId)?.templates ?? []), template];
    gallery.set(pupilId, { templates, ageYears: born === undefined ? null : ageOn(day, born) });
  }
  return { gallery, fingerprint: `${day} ${allowed.map((row) => row.id).join(' ')}` };
}

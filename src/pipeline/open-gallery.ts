import type { EnrolledPupil, Gallery } from '../detectors/engines/face-engine.ts';
import type { Sealer } from '../files/sealer.ts';
import { groupBy } from '../policy/group-by.ts';
import { ageOn } from '../policy/register/age-on.ts';
import { ageOfReference } from '../policy/register/age-of-reference.ts';
import type { PupilId } from '../policy/words/people.ts';
import type { Queryable } from '../store/database.ts';
import { isMatchingOn } from '../store/is-matching-on.ts';
import { readCurrentPolicy } from '../store/read-current-policy.ts';
import { sealContext } from '../store/sealed-columns.ts';
import type { RegisterRecord } from './read-register.ts';
import { templateFromBytes } from './template-bytes.ts';
import { whoMayBeEnrolled } from './who-may-be-enrolled.ts';

/** Who can be compared now, and a text that changes whenever that does. */
export interface OpenGallery {
  readonly gallery: Gallery;
  readonly fingerprint: string;
}

/**
 * The templates that may be used today, opened in memory only. Null when matching is off: then no template is even
 * read. A template whose pupil no longer has a complete permission, or has left by this ISO day, is never opened,
 * whatever the table still holds, and neither is one of other nets than `model`, which is compared with nothing. Whose
 * newest reference photo among the others is too old by the policy is marked.
 */
export async function openGallery(
  database: Queryable,
  sealer: Sealer,
  record: RegisterRecord,
  day: string,
  model: string,
): Promise<OpenGallery | null> {
  if (!(await isMatchingOn(database))) return null;
  const pupils = whoMayBeEnrolled(record, day);
  const { handling } = await readCurrentPolicy(database);
  const rows = await findTemplates(database, model);
  const allowed = rows.filter((row) => pupils.has(row.pupilId));
  const gallery = new Map<PupilId, EnrolledPupil>();
  for (const [pupilId, own] of groupBy(allowed, (row) => row.pupilId)) {
    const born = pupils.get(pupilId)?.dateOfBirth;
    // UTC days: in Britain the same or the day before, which makes a photo old an hour early at most.
    const addedOn = own.map(({ addedAt }) => addedAt.slice(0, 10));
    gallery.set(pupilId, {
      templates: own.map(({ id, sealedVector }) =>
        templateFromBytes(sealer.open(sealContext('template', id), sealedVector)),
      ),
      ageYears: born === undefined ? null : ageOn(day, born),
      isAged: ageOfReference(addedOn, day, handling) === 'aged',
    });
  }
  const aged = [...gallery].flatMap(([id, { isAged }]) => (isAged ? [id] : []));
  return {
    gallery,
    fingerprint: [day, ...allowed.map(({ id, madeAt }) => `${id}@${madeAt}`), 'aged', ...aged].join(' '),
  };
}

/** The templates that one set of nets made, still sealed, and when their reference photos were added. */
async function findTemplates(database: Queryable, model: string) {
  return await database
    .selectFrom('faceTemplates')
    .innerJoin('referencePhotos', 'referencePhotos.id', 'faceTemplates.referencePhotoId')
    .select([
      'faceTemplates.id',
      'faceTemplates.pupilId',
      'faceTemplates.sealedVector',
      'faceTemplates.madeAt',
      'referencePhotos.addedAt',
    ])
    .where('faceTemplates.model', '=', model)
    .orderBy('faceTemplates.id')
    .execute();
}

import { isoToday, type Clock } from '../../lib/clock.ts';
import { AppError } from '../../lib/app-error.ts';
import { ageOfCompared } from '../../policy/register/age-of-compared.ts';
import { readCurrentPolicy } from '../../store/read-current-policy.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { eraseFileRow } from '../../store/insert-file.ts';
import type { Trx } from '../../store/database.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { forgetFiles } from './change-register.ts';
import { findReferences } from './find-references.ts';
import type { RegisterPhotoParts } from './parts.ts';
import { getPupil } from './store.ts';

/** How good a reference photo is: side of the face in pixels, and shares from 0 to 1. */
export interface ReferenceQuality {
  readonly sizePx: number;
  readonly sharpness: number;
  readonly frontality: number;
}

/**
 * A pupil's reference photos, newest first, what their templates are worth, and whether it is time for a new one: by
 * those that are compared. Throws `not-found`.
 */
export async function listReferencePhotos(parts: RegisterPhotoParts, pupilId: string) {
  const { database, clock } = parts;
  await getPupil(database, pupilId);
  const references = await findReferences(parts, pupilId);
  const photos = references.map(({ id, qualityJson, addedAt, template }) => {
    const { sizePx, sharpness, frontality } = JSON.parse(qualityJson) as ReferenceQuality;
    return { id, sizePx, sharpness, frontality, addedAt, template };
  });
  const { handling } = await readCurrentPolicy(database);
  return { photos, age: ageOfCompared(references, isoToday(clock), handling) };
}

/** A reference photo by id. Throws `not-found`. */
export async function getReference({ database }: RegisterPhotoParts, id: string) {
  const row = await database
    .selectFrom('referencePhotos')
    .select(['id', 'pupilId', 'fileId', 'addedAt'])
    .where('id', '=', id)
    .where('purpose', '=', 'enrolment')
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not-found');
  return row;
}

/** One reference photo. Throws `not-found`. */
export async function readReferencePhoto(parts: RegisterPhotoParts, id: string) {
  const { fileId } = await getReference(parts, id);
  return { mediaType: 'image/jpeg', content: await parts.vault.read({ kind: 'enrolment', id: fileId }) };
}

/** Delete a reference photo with its template. Throws `not-found` when somebody else just has. */
export async function deleteReference(
  trx: Trx,
  clock: Clock,
  { id, pupilId, fileId }: { readonly id: string; readonly pupilId: string; readonly fileId: string },
  { actor, isAnotherChild }: { readonly actor: string; readonly isAnotherChild: boolean },
): Promise<void> {
  await trx.deleteFrom('faceTemplates').where('referencePhotoId', '=', id).execute();
  const { numDeletedRows } = await trx.deleteFrom('referencePhotos').where('id', '=', id).executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw new AppError('not-found');
  await eraseFileRow(trx, clock, fileId);
  const subject = { kind: 'pupil', id: pupilId } as const;
  const detail = { referencePhotoId: id, ...(isAnotherChild && { isAnotherChild }) };
  await recordAudit(trx, clock, { actor, action: 'reference/removed', subject, detail });
}

/** Remove a reference photo; its template goes with the same commit. Throws `not-found`. */
export async function removeReferencePhoto(parts: RegisterPhotoParts, actor: string, id: string): Promise<void> {
  const reference = await getReference(parts, id);
  await withTransaction(parts.database, (trx) =>
    deleteReference(trx, parts.clock, reference, { actor, isAnotherChild: false }),
  );
  await forgetFiles(parts, { templates: 1, files: [{ kind: 'enrolment', id: reference.fileId }] });
}

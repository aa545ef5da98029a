import type { Clock } from '../lib/clock.ts';
import type { Trx } from './database.ts';
import { eraseFileRow } from './insert-file.ts';
import { recordAudit } from './record-audit.ts';

/** What went; the files are still in the vault, to be erased there right after the commit. */
export interface ErasedTemplates {
  readonly templates: number;
  readonly files: readonly { readonly kind: 'enrolment'; readonly id: string }[];
}

/**
 * Delete a pupil's face templates and the reference photos they were made from, in the transaction that ends their
 * permission. Portraits from the school's own records are not biometric and stay. Nothing happens, and nothing is
 * recorded, when there are none.
 */
export async function eraseTemplates(
  trx: Trx,
  clock: Clock,
  { pupilId, actor }: { readonly pupilId: string; readonly actor: string },
): Promise<ErasedTemplates> {
  const photos = await trx
    .selectFrom('referencePhotos')
    .select('fileId')
    .where('pupilId', '=', pupilId)
    .where('purpose', '=', 'enrolment')
    .execute();
  const { numDeletedRows } = await trx
    .deleteFrom('faceTemplates')
    .where('pupilId', '=', pupilId)
    .executeTakeFirstOrThrow();
  await trx.deleteFrom('referencePhotos').where('pupilId', '=', pupilId).where('purpose', '=', 'enrolment').execute();
  for (const { fileId } of photos) await eraseFileRow(trx, clock, fileId);
  const templates = Number(numDeletedRows);
  if (templates > 0 || photos.length > 0) {
    const detail = { templates, photos: photos.length };
    await recordAudit(trx, clock, {
      actor,
      action: 'template/erased',
      subject: { kind: 'pupil', id: pupilId },
      detail,
    });
  }
  return { templates, files: photos.map(({ fileId }) => ({ kind: 'enrolment', id: fileId })) };
}

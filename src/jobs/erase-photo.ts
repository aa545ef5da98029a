import { AppError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
import type { Trx } from '../store/database.ts';
import type { Photo } from '../store/find-photo.ts';
import { eraseFileRow } from '../store/insert-file.ts';
import { recordAudit } from '../store/record-audit.ts';
import { settleBatch } from './settle-batch.ts';

/** A file that the vault is to erase after the commit. */
export interface FileToErase {
  readonly kind: 'original' | 'clean' | 'preview' | 'output';
  readonly id: string;
}

const unreleased = ['received', 'screening', 'clear', 'flagged', 'approved', 'rejected'];

/**
 * Remove a photo that was never released, with its evidence, verdicts, answers, decisions and outputs; the audit log
 * keeps that it was deleted. Returns the files to erase after the commit. Throws `wrong-state` once released.
 */
export async function erasePhoto(trx: Trx, clock: Clock, photo: Photo, actor: string): Promise<readonly FileToErase[]> {
  if (!unreleased.includes(photo.state)) throw new AppError('wrong-state', { detail: 'it was released' });
  const outputs = await trx
    .selectFrom('photoOutputs')
    .select(['fileId', 'previewFileId'])
    .where('photoId', '=', photo.id)
    .execute();
  const fileOf = (kind: FileToErase['kind'], id: string | null): FileToErase[] => (id === null ? [] : [{ kind, id }]);
  const files = [
    ...fileOf('original', photo.originalFileId),
    ...fileOf('clean', photo.cleanFileId),
    ...fileOf('preview', photo.previewFileId),
    ...outputs.flatMap((one) => [...fileOf('output', one.fileId), ...fileOf('preview', one.previewFileId)]),
  ];
  for (const { id } of files) await eraseFileRow(trx, clock, id);
  await trx.deleteFrom('photos').where('id', '=', photo.id).execute();
  const subject = { kind: 'photo', id: photo.id } as const;
  const detail = { batch: photo.batchId, files: files.length, state: photo.state };
  await recordAudit(trx, clock, { actor, action: 'photo/deleted', subject, detail });
  await settleBatch(trx, clock, photo.batchId);
  return files;
}

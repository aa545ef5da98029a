import type { Clock } from '../lib/clock.ts';
import type { Trx } from '../store/database.ts';
import type { Photo } from '../store/find-photo.ts';
import { eraseFileRow } from '../store/insert-file.ts';
import { recordAudit } from '../store/record-audit.ts';

/** A file that the vault is to erase after the commit. */
export interface FileToErase {
  readonly kind: 'original' | 'clean' | 'preview' | 'output' | 'release';
  readonly id: string;
}

/**
 * Remove a photo with its evidence, verdicts, answers, decisions and outputs, whatever became of it; the audit log keeps
 * that it was deleted. Of one that has left the ledger keeps what was published, where and on whose permission, and an open
 * takedown goes on. Returns the files to erase after the commit.
 */
export async function removePhoto(
  trx: Trx,
  clock: Clock,
  photo: Photo,
  actor: string,
): Promise<readonly FileToErase[]> {
  const files = await filesOf(trx, photo);
  for (const { id } of files) await eraseFileRow(trx, clock, id);
  await trx.updateTable('releases').set({ fileId: null }).where('photoId', '=', photo.id).execute();
  await trx.deleteFrom('photos').where('id', '=', photo.id).execute();
  const subject = { kind: 'photo', id: photo.id } as const;
  const detail = { batch: photo.batchId, files: files.length, state: photo.state };
  await recordAudit(trx, clock, { actor, action: 'photo/deleted', subject, detail });
  return files;
}

async function filesOf(trx: Trx, photo: Photo): Promise<readonly FileToErase[]> {
  const outputs = await trx
    .selectFrom('photoOutputs')
    .select(['fileId', 'previewFileId'])
    .where('photoId', '=', photo.id)
    .execute();
  const releases = await trx.selectFrom('releases').select('fileId').where('photoId', '=', photo.id).execute();
  const fileOf = (kind: FileToErase['kind'], id: string | null): FileToErase[] => (id === null ? [] : [{ kind, id }]);
  return [
    ...fileOf('original', photo.originalFileId),
    ...fileOf('clean', photo.cleanFileId),
    ...fileOf('preview', photo.previewFileId),
    ...outputs.flatMap((one) => [...fileOf('output', one.fileId), ...fileOf('preview', one.previewFileId)]),
    ...releases.flatMap(({ fileId }) => fileOf('release', fileId)),
  ];
}

import type { FileKind, FileRef } from '../../files/file-vault.ts';
import { enqueueJob } from '../../jobs/enqueue-job.ts';
import { erasePhoto } from '../../jobs/erase-photo.ts';
import { erasePupilKind } from '../../jobs/erase-pupil-kind.ts';
import { removePhoto } from '../../jobs/remove-photo.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Trx } from '../../store/database.ts';
import { eraseTemplates } from '../../store/erase-templates.ts';
import { findPhoto } from '../../store/find-photo.ts';
import { eraseFileRow } from '../../store/insert-file.ts';
import type { DueKind } from './find-due.ts';

/** Erases one due thing in its transaction; returns the sealed files to erase after the commit. */
export type EraseOne = (trx: Trx, clock: Clock, id: string) => Promise<readonly FileRef[]>;

const noFiles: readonly FileRef[] = [];

/** How each kind of thing goes. Each can be repeated: what is gone already is passed over. */
export const eraseDue: Readonly<Record<DueKind, EraseOne>> = {
  originals: async (trx, clock, id) => {
    const photo = await findPhoto(trx, id);
    if (photo === undefined) return noFiles;
    await trx
      .updateTable('photos')
      .set({ originalFileId: null, version: photo.version + 1 })
      .where('id', '=', id)
      .execute();
    return await eraseFiles(trx, clock, [photo.originalFileId]);
  },
  unreleasedPhotos: async (trx, clock, id) => {
    const photo = await findPhoto(trx, id);
    return photo === undefined ? noFiles : await erasePhoto(trx, clock, photo, 'system');
  },
  releasedPhotos: async (trx, clock, id) => {
    const photo = await findPhoto(trx, id);
    return photo === undefined ? noFiles : await removePhoto(trx, clock, photo, 'system');
  },
  leavers: async (trx, clock, id) => {
    await enqueueJob(trx, clock, { kind: erasePupilKind, payload: { pupilId: id }, dedupeKey: `erase-${id}` });
    return noFiles;
  },
  leaverTemplates: async (trx, clock, id) => (await eraseTemplates(trx, clock, { pupilId: id, actor: 'system' })).files,
  imports: async (trx, clock, id) => {
    const list = await trx.selectFrom('imports').select('fileId').where('id', '=', id).executeTakeFirst();
    await trx.deleteFrom('importLines').where('importId', '=', id).execute();
    await trx.updateTable('imports').set({ fileId: null, fileName: null }).where('id', '=', id).execute();
    const dryRun = trx.updateTable('imports').set({ state: 'abandoned' }).where('id', '=', id);
    await dryRun.where('state', '=', 'dry-run').execute();
    return await eraseFiles(trx, clock, [list?.fileId ?? null]);
  },
  rejectedPictures: deleteFrom('rejectedPictures'),
  sessions: deleteFrom('sessions'),
  invitations: deleteFrom('invitations'),
  jobs: deleteFrom('jobs'),
  deliveries: deleteFrom('webhookDeliveries'),
};

async function eraseFiles(trx: Trx, clock: Clock, fileIds: readonly (string | null)[]): Promise<readonly FileRef[]> {
  const wanted = fileIds.filter((id) => id !== null);
  if (wanted.length === 0) return noFiles;
  const rows = await trx
    .selectFrom('files')
    .select(['kind', 'id'])
    .where('id', 'in', wanted)
    .where('erasedAt', 'is', null)
    .execute();
  for (const { id } of rows) await eraseFileRow(trx, clock, id);
  return rows.map(({ kind, id }) => ({ kind: kind as FileKind, id }));
}

function deleteFrom(table: 'rejectedPictures' | 'sessions' | 'invitations' | 'jobs' | 'webhookDeliveries'): EraseOne {
  return async (trx, _clock, id) => {
    await trx.deleteFrom(table).where('id', '=', id).execute();
    return noFiles;
  };
}

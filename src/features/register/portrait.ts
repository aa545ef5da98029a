import { isoNow } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import type { UploadedFile } from '../../http/route.ts';
import type { StoredFile } from '../../files/file-vault.ts';
import type { Trx } from '../../store/database.ts';
import { eraseFileRow, insertFile } from '../../store/insert-file.ts';
import { isFileKnown } from '../../store/is-file-known.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { RegisterPhotoParts } from './parts.ts';
import { getPupil } from './store.ts';
import { storeCopy } from './store-photo.ts';

const portraitLongEdgePx = 800;

/** A clean, small copy in the vault; no face is looked for. Throws what keeps the photo from being read. */
export async function storePortrait(parts: RegisterPhotoParts, file: string, signal: AbortSignal): Promise<StoredFile> {
  const { stored } = await storeCopy(parts.vault, 'portrait', (target) =>
    parts.screening().prepareReference({ path: file, target, longEdgePx: portraitLongEdgePx, enrolled: null }, signal),
  );
  return stored;
}

/** Make a stored file the pupil's portrait; returns the files it replaces, to be erased after the commit. */
export async function writePortrait(
  trx: Trx,
  parts: Pick<RegisterPhotoParts, 'clock'>,
  {
    pupilId,
    stored,
    actor,
    importId,
  }: {
    readonly pupilId: string;
    readonly stored: StoredFile;
    readonly actor: string;
    readonly importId: string | null;
  },
): Promise<{ readonly id: string; readonly replaced: readonly string[] }> {
  const old = await trx
    .selectFrom('referencePhotos')
    .select(['id', 'fileId'])
    .where('pupilId', '=', pupilId)
    .where('purpose', '=', 'portrait')
    .execute();
  for (const photo of old) {
    await trx.deleteFrom('referencePhotos').where('id', '=', photo.id).execute();
    await eraseFileRow(trx, parts.clock, photo.fileId);
  }
  const id = newId();
  await insertFile(trx, parts.clock, stored, 'image/jpeg');
  const added = { addedAt: isoNow(parts.clock), addedBy: actor };
  await trx
    .insertInto('referencePhotos')
    .values({ id, pupilId, purpose: 'portrait', fileId: stored.id, qualityJson: '{}', importId, ...added })
    .execute();
  const subject = { kind: 'pupil', id: pupilId } as const;
  const detail = { referencePhotoId: id, purpose: 'portrait' };
  await recordAudit(trx, parts.clock, { actor, action: 'reference/added', subject, detail });
  return { id, replaced: old.map(({ fileId }) => fileId) };
}

/** Replace a pupil's portrait. Throws `not-found` or what is wrong with the photo. */
export async function setPortrait(
  parts: RegisterPhotoParts,
  actor: string,
  pupilId: string,
  upload: UploadedFile,
  signal: AbortSignal,
): Promise<{ readonly id: string }> {
  await getPupil(parts.database, pupilId);
  const stored = await storePortrait(parts, upload.path, signal);
  try {
    const { id, replaced } = await withTransaction(parts.database, async (trx) => {
      await getPupil(trx, pupilId);
      return await writePortrait(trx, parts, { pupilId, stored, actor, importId: null });
    });
    for (const fileId of replaced) await parts.vault.erase({ kind: 'portrait', id: fileId });
    return { id };
  } catch (error) {
    if (!(await isFileKnown(parts.database, stored.id))) await parts.vault.erase(stored);
    throw error;
  }
}

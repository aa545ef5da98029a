import type { Clock } from '../lib/clock.ts';
import { isoNow } from '../lib/clock.ts';
import { newId } from '../lib/new-id.ts';
import { isForSafeguardingLead } from '../policy/block-kind.ts';
import type { Verdict } from '../policy/words/finding.ts';
import type { Trx } from '../store/database.ts';
import type { Photo } from '../store/find-photo.ts';
import { eraseFileRow } from '../store/insert-file.ts';
import { recordAudit } from '../store/record-audit.ts';
import { enqueueFileErasure } from './enqueue-file-erasure.ts';

/**
 * Put a photo into quarantine when its verdict is for the safeguarding lead alone, whenever that is first said: at the
 * screening, of a crop, or under new thresholds. Its small pictures go. Returns what to change of the photo; nothing when
 * the verdict is for everybody or the photo is in quarantine already.
 */
export async function quarantinePhoto(
  trx: Trx,
  clock: Clock,
  photo: Photo,
  verdict: Pick<Verdict, 'findings'>,
): Promise<Partial<Pick<Photo, 'quarantined' | 'previewFileId'>>> {
  if (photo.quarantined === 1 || !isForSafeguardingLead(verdict)) return {};
  for (const id of await takePreviews(trx, photo)) {
    await eraseFileRow(trx, clock, id);
    await enqueueFileErasure(trx, clock, { kind: 'preview', id });
  }
  await trx
    .insertInto('quarantines')
    .values({ id: newId(), photoId: photo.id, openedAt: isoNow(clock) })
    .execute();
  const subject = { kind: 'photo', id: photo.id } as const;
  await recordAudit(trx, clock, { actor: 'system', action: 'photo/quarantined', subject });
  return { quarantined: 1, previewFileId: null };
}

/** The small pictures of a photo and of everything made from it, which from now on has none. */
async function takePreviews(trx: Trx, photo: Photo): Promise<readonly string[]> {
  const outputs = await trx
    .selectFrom('photoOutputs')
    .select('previewFileId')
    .where('photoId', '=', photo.id)
    .where('previewFileId', 'is not', null)
    .execute();
  await trx.updateTable('photoOutputs').set({ previewFileId: null }).where('photoId', '=', photo.id).execute();
  return [photo.previewFileId, ...outputs.map((one) => one.previewFileId)].filter((id) => id !== null);
}

import type { SignedIn } from '../../http/signed-in.ts';
import { enqueueJob } from '../../jobs/enqueue-job.ts';
import { AppError } from '../../lib/app-error.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { ReleaseParts } from './parts.ts';
import { releasePhotoKind } from './release-photo-kind.ts';
import { getCollectableBatch, requireFreshRegister, requireOpenChannel } from './require-release.ts';
import { keyOf, readStatus } from './read-status.ts';

export interface ReleaseOrder {
  readonly batchId: string;
  readonly channelId: string;
  /** Left out: every photo that is ready. */
  readonly photoIds?: readonly string[] | undefined;
}

/**
 * Have photos prepared for a channel. Throws `not-found`, `register-stale`, `channel-not-open`, and `wrong-state` naming
 * the photos that are neither clear nor approved.
 */
export async function prepareRelease(parts: ReleaseParts, person: SignedIn, order: ReleaseOrder) {
  const { database, clock } = parts;
  await getCollectableBatch(database, person, order.batchId);
  await requireOpenChannel(database, order.batchId, order.channelId);
  await requireFreshRegister(database, clock);
  const { photos } = await readStatus(parts, person, order);
  const byId = new Map(photos.map((photo) => [photo.photoId, photo]));
  const wanted = order.photoIds ?? photos.filter(({ state }) => state === 'ready').map(({ photoId }) => photoId);
  const fields = wanted.flatMap((photoId, index) => {
    const state = byId.get(photoId)?.state;
    if (state === undefined) return [{ path: `photoIds.${index}`, message: 'is not a photo of this batch' }];
    const mayLeave = state !== 'not-ready' && state !== 'taken-down';
    return mayLeave ? [] : [{ path: `photoIds.${index}`, message: 'is neither clear nor approved' }];
  });
  if (fields.length > 0) throw new AppError('wrong-state', { fields });
  const ready = [...new Set(wanted)].filter((photoId) => byId.get(photoId)?.state === 'ready');
  const { channelId } = order;
  await withTransaction(database, async (trx) => {
    for (const photoId of ready) {
      await enqueueJob(trx, clock, {
        kind: releasePhotoKind,
        payload: { photoId, channelId, personId: person.accountId },
        dedupeKey: keyOf(photoId, channelId),
      });
    }
  });
  parts.wakeJobs();
  return { queued: ready.length, alreadyThere: wanted.length - ready.length };
}

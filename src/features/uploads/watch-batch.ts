import { setTimeout as sleep } from 'node:timers/promises';
import type { SignedIn } from '../../http/signed-in.ts';
import type { Batch } from '../../store/find-photo.ts';
import type { Database } from '../../store/database.ts';
import { countPhotos, getVisibleBatch, seesQuarantined, shownState, type PhotoCounts } from './store.ts';

const lookEveryMs = 1_000;

/** How far a batch is. */
export interface BatchProgress {
  readonly state: Batch['state'];
  readonly counts: PhotoCounts;
}

/**
 * The progress of a batch at once and at every change. Ends when the batch takes no more photos and none is being
 * screened, or when `signal` aborts. It looks into the database, so it stays right across restarts.
 */
export async function* watchBatch(
  database: Database,
  person: SignedIn,
  batchId: string,
  signal: AbortSignal,
): AsyncGenerator<BatchProgress> {
  let last = '';
  while (!signal.aborted) {
    const { state, uploadedBy } = await getVisibleBatch(database, person, batchId);
    const seesAll = seesQuarantined(person, uploadedBy);
    const counts = (await countPhotos(database, [batchId], seesAll))(batchId);
    const progress = { state: seesAll ? state : shownState(state, counts), counts };
    const text = JSON.stringify(progress);
    if (text !== last) yield progress;
    last = text;
    if (state !== 'open' && progress.counts.waiting === 0) return;
    await sleep(lookEveryMs, undefined, { signal }).catch(() => undefined);
  }
}

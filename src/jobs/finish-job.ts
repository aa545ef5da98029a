import { isoNow, type Clock } from '../lib/clock.ts';
import type { Trx } from '../store/database.ts';
import type { ClaimedJob } from './job.ts';
import { requireLease } from './keep-lease.ts';

/** Mark a job done, in the same transaction as its results, so that it is done exactly once. Throws `lease-lost`. */
export async function finishJob(trx: Trx, clock: Clock, job: ClaimedJob): Promise<void> {
  await requireLease(trx, job);
  await trx
    .updateTable('jobs')
    .set({ state: 'done', finishedAt: isoNow(clock), leaseToken: null, leasedUntil: null })
    .where('id', '=', job.id)
    .execute();
}

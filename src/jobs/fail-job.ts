import type { ErrorCode } from '../lib/app-error.ts';
import { isoFromNow, isoNow, type Clock } from '../lib/clock.ts';
import type { Trx } from '../store/database.ts';
import type { ClaimedJob } from './job.ts';
import { requireLease } from './keep-lease.ts';

const firstDelayMs = 2_000;
const longestDelayMs = 15 * 60_000;

/** How long to wait before the next try: 2 s, 4 s, 8 s… at most a quarter of an hour. */
export function backOffMs(attempt: number): number {
  return Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1));
}

/**
 * Put a job back for another try after a growing pause, or mark it failed when its tries are used up. Says which, so
 * that the caller can write the consequence (a photo to review) in the same transaction. Throws `lease-lost`.
 */
export async function failJob(
  trx: Trx,
  clock: Clock,
  job: ClaimedJob,
  code: ErrorCode,
): Promise<'will-retry' | 'given-up'> {
  await requireLease(trx, job);
  const givenUp = job.attempt >= job.maxAttempts;
  await trx
    .updateTable('jobs')
    .set({
      state: givenUp ? 'failed' : 'waiting',
      lastErrorCode: code,
      leaseToken: null,
      leasedUntil: null,
      ...(givenUp ? { finishedAt: isoNow(clock) } : { runAfter: isoFromNow(clock, backOffMs(job.attempt)) }),
    })
    .where('id', '=', job.id)
    .execute();
  return givenUp ? 'given-up' : 'will-retry';
}

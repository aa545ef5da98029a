import { isoNow, type Clock } from '../lib/clock.ts';
import type { Database } from '../store/database.ts';
import type { ClaimedJob } from './job.ts';

/** Hand back a job that was not begun or was stopped on purpose: it waits again and the try does not count. */
export async function handBackJob(database: Database, clock: Clock, job: ClaimedJob): Promise<void> {
  await database
    .updateTable('jobs')
    .set((update) => ({
      state: 'waiting' as const,
      attempts: update('attempts', '-', 1),
      leaseToken: null,
      leasedUntil: null,
      runAfter: isoNow(clock),
    }))
    .where('id', '=', job.id)
    .where('leaseToken', '=', job.leaseToken)
    .execute();
}

/**
 * At the start of the only serving process: every running job belongs to a process that is gone, so its lease ends now
 * instead of when it would have run out. Returns how many.
 */
export async function releaseStaleJobs(database: Database, clock: Clock): Promise<number> {
  const { numUpdatedRows } = await database
    .updateTable('jobs')
    .set({ state: 'waiting', leaseToken: null, leasedUntil: null, runAfter: isoNow(clock) })
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

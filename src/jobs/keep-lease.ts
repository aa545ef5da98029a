import { AppError } from '../lib/app-error.ts';
import { isoFromNow, type Clock } from '../lib/clock.ts';
import type { Queryable, Trx } from '../store/database.ts';
import type { ClaimedJob } from './job.ts';

/** Prolong a lease while the work goes on. Throws `lease-lost` when another process took the job over. */
export async function prolongLease(database: Queryable, clock: Clock, job: ClaimedJob, leaseMs: number): Promise<void> {
  const { numUpdatedRows } = await database
    .updateTable('jobs')
    .set({ leasedUntil: isoFromNow(clock, leaseMs) })
    .where('id', '=', job.id)
    .where('state', '=', 'running')
    .where('leaseToken', '=', job.leaseToken)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new AppError('lease-lost');
}

/**
 * Check, inside the transaction that writes a job's results, that the job is still ours. A worker that was slow while
 * another took over must not write a second result. Throws `lease-lost`.
 */
export async function requireLease(trx: Trx, job: ClaimedJob): Promise<void> {
  const held = await trx
    .selectFrom('jobs')
    .select('id')
    .where('id', '=', job.id)
    .where('state', '=', 'running')
    .where('leaseToken', '=', job.leaseToken)
    .executeTakeFirst();
  if (held === undefined) throw new AppError('lease-lost');
}

import { isoFromNow, type Clock } from '../lib/clock.ts';
import type { Trx } from '../store/database.ts';
import { enqueueJob } from './enqueue-job.ts';

/** The kind of job that erases what is due, once a night. */
export const dailyRetentionKind = 'daily-retention';

/** Make sure that the next one is waiting, for the small hours of tomorrow. A key a day: today's may still be running. */
export async function enqueueDailyRetention(trx: Trx, clock: Clock): Promise<void> {
  const tomorrow = isoFromNow(clock, 86_400_000).slice(0, 10);
  const dedupeKey = `${dailyRetentionKind}-${tomorrow}`;
  await enqueueJob(trx, clock, {
    kind: dailyRetentionKind,
    payload: {},
    dedupeKey,
    runAfter: `${tomorrow}T02:00:00.000Z`,
  });
}

import { isoBeginningOf, isoDayFromToday, type Clock } from '../lib/clock.ts';
import type { Trx } from '../store/database.ts';
import { enqueueJob } from './enqueue-job.ts';

/** The kind of job that erases what is due, once a night. */
export const dailyRetentionKind = 'daily-retention';

const twoHoursMs = 2 * 3_600_000;

/** Make sure that the next one is waiting, for the small hours of tomorrow. A key a day: today's may still be running. */
export async function enqueueDailyRetention(trx: Trx, clock: Clock): Promise<void> {
  const tomorrow = isoDayFromToday(clock, 1);
  const dedupeKey = `${dailyRetentionKind}-${tomorrow}`;
  await enqueueJob(trx, clock, {
    kind: dailyRetentionKind,
    payload: {},
    dedupeKey,
    runAfter: new Date(Date.parse(isoBeginningOf(clock, tomorrow)) + twoHoursMs).toISOString(),
  });
}

import { isoBeginningOf, isoDayFromToday, type Clock } from '../lib/clock.ts';
import type { Trx } from '../store/database.ts';
import { enqueueJob } from './enqueue-job.ts';

/** The kind of job that judges everything again once a day, because permissions end without anybody doing anything. */
export const dailyReplayKind = 'daily-replay';

const fiveMinutesMs = 5 * 60_000;

/** Make sure that the next one, a little after midnight, is waiting. It does the same when it has run. */
export async function enqueueDailyReplay(trx: Trx, clock: Clock): Promise<void> {
  const midnight = Date.parse(isoBeginningOf(clock, isoDayFromToday(clock, 1)));
  const runAfter = new Date(midnight + fiveMinutesMs).toISOString();
  await enqueueJob(trx, clock, { kind: dailyReplayKind, payload: {}, dedupeKey: dailyReplayKind, runAfter });
}

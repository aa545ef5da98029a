import type { Clock } from '../lib/clock.ts';
import type { Trx } from '../store/database.ts';
import { enqueueJob } from './enqueue-job.ts';

/** The kind of job that judges everything again once a day, because permissions end without anybody doing anything. */
export const dailyReplayKind = 'daily-replay';

/** Make sure that the next one, a little after midnight, is waiting. It does the same when it has run. */
export async function enqueueDailyReplay(trx: Trx, clock: Clock): Promise<void> {
  const tomorrow = new Date(clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
  const runAfter = `${tomorrow}T00:05:00.000Z`;
  await enqueueJob(trx, clock, { kind: dailyReplayKind, payload: {}, dedupeKey: dailyReplayKind, runAfter });
}

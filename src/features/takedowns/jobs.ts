import { enqueueDailyReplay, dailyReplayKind } from '../../jobs/enqueue-daily-replay.ts';
import { enqueueJob } from '../../jobs/enqueue-job.ts';
import { registerChangedKind } from '../../jobs/enqueue-register-changed.ts';
import type { ClaimedJob } from '../../jobs/job.ts';
import type { JobHandler } from '../../jobs/job-runner.ts';
import { isoToday } from '../../lib/clock.ts';
import { forgetTemplates } from '../../pipeline/who-to-look-for.ts';
import type { Queryable, Trx } from '../../store/database.ts';
import { judgeBatchAgain } from './judge-batch.ts';
import type { TakedownJobParts, TakedownParts } from './parts.ts';

/** The kind of job that judges one batch again. Its payload is `{ batchId }`. */
const judgeBatchKind = 'judge-batch-again';

const nothingToWrite = (): Promise<void> => Promise.resolve();

/** Batches with something that a change could matter to, also where of what is out the ledger alone is left. */
async function findBatches(database: Queryable): Promise<string[]> {
  const photos = await database
    .selectFrom('photos')
    .select('batchId')
    .distinct()
    .where('state', 'not in', ['received', 'screening'])
    .execute();
  const releases = await database
    .selectFrom('releases')
    .select('batchId')
    .distinct()
    .where('photoId', 'is', null)
    .where('takenDownAt', 'is', null)
    .execute();
  const ids = [...photos, ...releases].flatMap(({ batchId }) => batchId ?? []);
  return [...new Set(ids)].sort();
}

/** Have everything judged again, a batch at a time, so that no transaction is long. Returns how many batches. */
export async function enqueueReplay(trx: Trx, { clock }: TakedownParts): Promise<number> {
  const batches = await findBatches(trx);
  for (const batchId of batches) {
    // One that runs already has perhaps read too early, so only one that waits stands in for this.
    const twin = await trx
      .selectFrom('jobs')
      .select('id')
      .where('kind', '=', judgeBatchKind)
      .where('state', '=', 'waiting')
      .where('payloadJson', '=', JSON.stringify({ batchId }))
      .executeTakeFirst();
    if (twin === undefined) {
      await enqueueJob(trx, clock, { kind: judgeBatchKind, payload: { batchId }, priority: 5, maxAttempts: 20 });
    }
  }
  return batches.length;
}

/** Background work of takedowns: what a change of the register means for photos, and once a day what time means. */
export function takedownJobs(parts: TakedownJobParts): Readonly<Record<string, JobHandler>> {
  const replay = (then: (trx: Trx) => Promise<void>): JobHandler => ({
    run: async () => {
      await forgetTemplates(parts, isoToday(parts.clock));
      return async (trx: Trx) => {
        await enqueueReplay(trx, parts);
        await then(trx);
      };
    },
    giveUp: then,
    afterwards: () => {
      parts.wakeJobs();
    },
  });
  return {
    [registerChangedKind]: replay(nothingToWrite),
    [dailyReplayKind]: replay((trx) => enqueueDailyReplay(trx, parts.clock)),
    [judgeBatchKind]: {
      run: (job: ClaimedJob) => judgeBatchAgain(parts, (job.payload as { readonly batchId: string }).batchId),
      giveUp: nothingToWrite,
      afterwards: () => {
        parts.wakeJobs();
      },
    },
  };
}

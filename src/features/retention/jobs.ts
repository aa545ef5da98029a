import type { FileRef } from '../../files/file-vault.ts';
import { eraseFileKind } from '../../jobs/enqueue-file-erasure.ts';
import type { JobHandler } from '../../jobs/job-runner.ts';
import { enqueueDailyRetention, dailyRetentionKind } from '../../jobs/enqueue-daily-retention.ts';
import { enqueueTemplateRenewal } from '../../jobs/enqueue-template-renewal.ts';
import { isAfterPause } from './is-after-pause.ts';
import type { RetentionParts } from './parts.ts';
import { runRetention } from './run-retention.ts';

const nothingToWrite = (): Promise<void> => Promise.resolve();

/**
 * The run of each night, and files that are to go at once. A failed run does not end the series; the first after a pause
 * only counts.
 */
export function retentionJobs(parts: RetentionParts): Readonly<Record<string, JobHandler>> {
  return {
    [dailyRetentionKind]: {
      run: async (_job, signal) => {
        const dryRun = await isAfterPause(parts.database, parts.clock);
        await runRetention(parts, { dryRun, startedBy: null, signal });
        return async (trx) => {
          await enqueueDailyRetention(trx, parts.clock);
          await enqueueTemplateRenewal(trx, parts.clock);
        };
      },
      giveUp: (trx) => enqueueDailyRetention(trx, parts.clock),
    },
    [eraseFileKind]: {
      run: async (job) => {
        await parts.vault.erase(job.payload as FileRef);
        return nothingToWrite;
      },
      // The next start erases files that no row knows.
      giveUp: nothingToWrite,
    },
  };
}

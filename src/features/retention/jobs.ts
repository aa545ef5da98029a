import type { JobHandler } from '../../jobs/job-runner.ts';
import { enqueueDailyRetention, dailyRetentionKind } from '../../jobs/enqueue-daily-retention.ts';
import type { RetentionParts } from './parts.ts';
import { runRetention } from './run-retention.ts';

/** The run of each night; a failed one does not end the series. */
export function retentionJobs(parts: RetentionParts): Readonly<Record<string, JobHandler>> {
  return {
    [dailyRetentionKind]: {
      run: async (_job, signal) => {
        await runRetention(parts, { dryRun: false, startedBy: null, signal });
        return (trx) => enqueueDailyRetention(trx, parts.clock);
      },
      giveUp: (trx) => enqueueDailyRetention(trx, parts.clock),
    },
  };
}

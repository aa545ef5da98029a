import type { JobHandler } from '../../jobs/job-runner.ts';
import { checkOutput, giveUpOutput } from './check-output.ts';
import { checkOutputKind } from './check-output-kind.ts';
import type { ModerationParts } from './parts.ts';

/** Making and checking covered and cropped pictures. */
export function moderationJobs(parts: ModerationParts): Readonly<Record<string, JobHandler>> {
  return {
    [checkOutputKind]: {
      run: (job, signal) => checkOutput(parts, job, signal),
      giveUp: (trx, job, error) => giveUpOutput(trx, parts, job, error),
    },
  };
}

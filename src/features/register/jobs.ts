import type { JobHandler } from '../../jobs/job-runner.ts';
import { renewTemplates, renewTemplatesKind } from './renew-templates.ts';

/** Making templates again when the nets have changed. Given up, those pupils stay with the line-up until the next start. */
export function registerJobs(parts: Parameters<typeof renewTemplates>[0]): Readonly<Record<string, JobHandler>> {
  return {
    [renewTemplatesKind]: {
      run: (_job, signal) => renewTemplates(parts, signal),
      giveUp: () => Promise.resolve(),
    },
  };
}

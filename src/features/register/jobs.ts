import { z } from 'zod';
import type { JobHandler } from '../../jobs/job-runner.ts';
import { renewTemplatesKind } from '../../jobs/enqueue-template-renewal.ts';
import { renewTemplates } from './renew-templates.ts';

/** Jobs of earlier versions have no `after`. */
const renewal = z.object({ after: z.string().default('') });

/** Making templates again when the nets have changed. Given up, those pupils stay with the line-up until the next night. */
export function registerJobs(parts: Parameters<typeof renewTemplates>[0]): Readonly<Record<string, JobHandler>> {
  return {
    [renewTemplatesKind]: {
      run: ({ payload }, signal) => renewTemplates(parts, signal, renewal.parse(payload).after),
      giveUp: () => Promise.resolve(),
    },
  };
}

import type { JobHandler } from './jobs/job-runner.ts';
import type { ServiceParts } from './service-parts.ts';

/** What every kind of background job does. */
export function serviceJobs(_parts: ServiceParts): Readonly<Record<string, JobHandler>> {
  return {};
}

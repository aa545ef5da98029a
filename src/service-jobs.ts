import { moderationJobs } from './features/moderation/jobs.ts';
import { registerJobs } from './features/register/jobs.ts';
import { releaseJobs } from './features/release/jobs.ts';
import { retentionJobs } from './features/retention/jobs.ts';
import { subjectRightsJobs } from './features/subject-rights/jobs.ts';
import { takedownJobs } from './features/takedowns/jobs.ts';
import { uploadJobs } from './features/uploads/jobs.ts';
import { webhookJobs } from './features/webhooks/deliver.ts';
import type { JobHandler } from './jobs/job-runner.ts';
import type { ServiceParts } from './service-parts.ts';

type HandlersOf = (parts: ServiceParts) => Readonly<Record<string, JobHandler>>;

/** Each feature's background jobs. */
const features: readonly HandlersOf[] = [
  uploadJobs,
  moderationJobs,
  registerJobs,
  releaseJobs,
  subjectRightsJobs,
  retentionJobs,
  takedownJobs,
  webhookJobs,
];

/** What every kind of background job does. */
export function serviceJobs(parts: ServiceParts): Readonly<Record<string, JobHandler>> {
  return Object.assign({}, ...features.map((handlersOf) => handlersOf(parts))) as Readonly<Record<string, JobHandler>>;
}

import type { JobHandler } from '../../jobs/job-runner.ts';
import type { ReleaseParts } from './parts.ts';
import { releasePhotoHandler } from './release-photo.ts';
import { releasePhotoKind } from './release-photo-kind.ts';

/** Background work of releasing. */
export function releaseJobs(parts: ReleaseParts): Readonly<Record<string, JobHandler>> {
  return { [releasePhotoKind]: releasePhotoHandler(parts) };
}

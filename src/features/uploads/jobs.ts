import type { JobHandler } from '../../jobs/job-runner.ts';
import { giveUpScreening, screenPhoto } from './screen-photo.ts';
import { screenPhotoKind } from './screen-photo-kind.ts';
import type { UploadParts } from './parts.ts';

/** Screening what was uploaded. */
export function uploadJobs(parts: UploadParts): Readonly<Record<string, JobHandler>> {
  return {
    [screenPhotoKind]: {
      run: (job, signal) => screenPhoto(parts, job, signal),
      giveUp: (trx, job, error) => giveUpScreening(trx, parts, job, error),
    },
  };
}

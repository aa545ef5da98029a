import type { StoredFile } from '../../files/file-vault.ts';
import type { ClaimedJob } from '../../jobs/job.ts';
import type { JobHandler } from '../../jobs/job-runner.ts';
import { eraseUnknownFiles } from '../../pipeline/erase-unknown-files.ts';
import { giveUpScreening, screenPhoto } from './screen-photo.ts';
import { screenPhotoKind } from './screen-photo-kind.ts';
import type { UploadParts } from './parts.ts';

/** Screening what was uploaded. */
export function uploadJobs(parts: UploadParts): Readonly<Record<string, JobHandler>> {
  const filesOf = new WeakMap<ClaimedJob, readonly StoredFile[]>();
  return {
    [screenPhotoKind]: {
      run: (job, signal) => screenPhoto(parts, job, signal, (files) => filesOf.set(job, files)),
      giveUp: (trx, job, error) => giveUpScreening(trx, parts, job, error),
      afterwards: (job) => {
        eraseUnknownFiles(parts, filesOf.get(job) ?? []).catch((error: unknown) => {
          parts.log.error('erase-unknown-files', error, { jobId: job.id });
        });
      },
    },
  };
}

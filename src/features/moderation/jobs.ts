import type { StoredFile } from '../../files/file-vault.ts';
import type { ClaimedJob } from '../../jobs/job.ts';
import type { JobHandler } from '../../jobs/job-runner.ts';
import { eraseUnknownFiles } from '../../pipeline/erase-unknown-files.ts';
import { checkOutput, giveUpOutput } from './check-output.ts';
import { compareFace, giveUpFace } from './compare-face.ts';
import { compareFaceKind } from './compare-face-kind.ts';
import { checkOutputKind } from './check-output-kind.ts';
import type { ModerationParts } from './parts.ts';

/** Making and checking covered and cropped pictures, comparing faces drawn by hand. */
export function moderationJobs(parts: ModerationParts): Readonly<Record<string, JobHandler>> {
  const filesOf = new WeakMap<ClaimedJob, StoredFile[]>();
  return {
    [compareFaceKind]: {
      run: (job, signal) => compareFace(parts, job, signal),
      giveUp: (trx, job, error) => giveUpFace(trx, parts, job, error),
    },
    [checkOutputKind]: {
      run: (job, signal) => {
        const files: StoredFile[] = [];
        filesOf.set(job, files);
        return checkOutput(parts, job, signal, (file) => files.push(file));
      },
      giveUp: (trx, job, error) => giveUpOutput(trx, parts, job, error),
      afterwards: (job) => {
        eraseUnknownFiles(parts, filesOf.get(job) ?? []).catch((error: unknown) => {
          parts.log.error('erase-unknown-files', error, { jobId: job.id });
        });
      },
    },
  };
}

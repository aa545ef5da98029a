import { erasePupilKind } from '../../jobs/erase-pupil-kind.ts';
import type { JobHandler } from '../../jobs/job-runner.ts';
import type { Trx } from '../../store/database.ts';
import { erasePupil } from './erase-pupil.ts';
import { finishErasure } from './finish-erasure.ts';
import { finishErasureKind } from './finish-erasure-kind.ts';
import type { SubjectRightsParts } from './parts.ts';

/** Erasing leavers in time, and the files of whoever was erased. */
export function subjectRightsJobs(parts: SubjectRightsParts): Readonly<Record<string, JobHandler>> {
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    [finishErasureKind]: {
      run: (job) => finishErasure(parts, (job.payload as { readonly erasureId: string }).erasureId),
      giveUp: nothing,
    },
    [erasePupilKind]: {
      run: (job) => {
        const { pupilId } = job.payload as { readonly pupilId: string };
        return Promise.resolve(async (trx: Trx) => {
          const there = await trx.selectFrom('pupils').select('id').where('id', '=', pupilId).executeTakeFirst();
          if (there !== undefined) await erasePupil(trx, parts.clock, { pupilId, askedBy: null });
        });
      },
      giveUp: nothing,
      afterwards: parts.wakeJobs,
    },
  };
}

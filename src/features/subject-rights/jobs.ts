import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { erasePupilKind } from '../../jobs/erase-pupil-kind.ts';
import type { ClaimedJob } from '../../jobs/job.ts';
import type { JobHandler } from '../../jobs/job-runner.ts';
import type { Trx } from '../../store/database.ts';
import { forgetDeleted } from '../../store/forget-deleted.ts';
import { erasePupil } from './erase-pupil.ts';
import { finishErasureKind } from './finish-erasure-kind.ts';
import type { Proof, SubjectRightsParts } from './parts.ts';

/** Erasing leavers in time, and the files of whoever was erased. */
export function subjectRightsJobs(parts: SubjectRightsParts): Readonly<Record<string, JobHandler>> {
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    [finishErasureKind]: { run: (job) => finishErasure(parts, job), giveUp: nothing },
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

/** Removes the files, looks that they are gone, and only then calls the erasure finished. */
async function finishErasure(
  { database, vault, clock }: SubjectRightsParts,
  job: ClaimedJob,
): Promise<(trx: Trx) => Promise<void>> {
  const { erasureId } = job.payload as { readonly erasureId: string };
  const row = await database
    .selectFrom('erasures')
    .select('proofJson')
    .where('id', '=', erasureId)
    .executeTakeFirstOrThrow();
  const { files } = JSON.parse(row.proofJson) as Proof;
  for (const file of files) await vault.erase(file);
  await forgetDeleted(database);
  for (const file of files) {
    if (await vault.has(file)) throw new AppError('internal', { cause: new Error(`file ${file.id} is still there`) });
  }
  return async (trx) => {
    await trx
      .updateTable('erasures')
      .set({ finishedAt: isoNow(clock) })
      .where('id', '=', erasureId)
      .execute();
  };
}

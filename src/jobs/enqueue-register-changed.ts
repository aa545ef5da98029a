import { isoBeginningOf, isoNow, isoToday, type Clock } from '../lib/clock.ts';
import type { Trx } from '../store/database.ts';
import { enqueueJob } from './enqueue-job.ts';

/** The kind of job that looks for what a change of the register means for photos: replay, takedowns. */
export const registerChangedKind = 'register-changed';

/** Whose place on the register may have changed; null after an import, when it may be anybody's. */
export interface RegisterChanged {
  readonly pupilId: string | null;
}

/**
 * Write, with the change itself, the job that draws its consequences. `onDay` is the ISO day from which the change
 * holds (a permission's day after the last, a restriction's first day); left out, it holds at once. Several changes for
 * one pupil and moment become one job that has not begun; one that runs already has perhaps read too early, so it does
 * not stand in for a new one. Call `wakeJobs` after the commit.
 */
export async function enqueueRegisterChanged(
  trx: Trx,
  clock: Clock,
  pupilId: string | null,
  onDay?: string,
): Promise<void> {
  const now = isoNow(clock);
  const runAfter = onDay === undefined || onDay <= isoToday(clock) ? now : isoBeginningOf(clock, onDay);
  const payload: Readonly<Record<'pupilId', string | null>> = { pupilId } satisfies RegisterChanged;
  const twin = await trx
    .selectFrom('jobs')
    .select('id')
    .where('kind', '=', registerChangedKind)
    .where('state', '=', 'waiting')
    .where('payloadJson', '=', JSON.stringify(payload))
    .where('runAfter', runAfter === now ? '<=' : '=', runAfter)
    .executeTakeFirst();
  if (twin === undefined) await enqueueJob(trx, clock, { kind: registerChangedKind, payload, runAfter });
}

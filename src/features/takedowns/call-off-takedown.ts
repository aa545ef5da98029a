import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { endAsStaying } from './end-as-staying.ts';
import type { TakedownParts } from './parts.ts';
import { getRelease, getTakedown, requireNotTheirOwn } from './store.ts';

/**
 * A takedown turns out not to be needed, because a permission was withdrawn or a photo asked for by mistake. Doubt keeps
 * the task open: an erased pupil is on no register, and a closed channel has nobody who looks after it. Throws
 * `not-found`, `wrong-state` when it was done, `still-due`.
 */
export async function callOffTakedown(
  parts: TakedownParts,
  person: SignedIn,
  takedownId: string,
  note: string,
): Promise<void> {
  await withTransaction(parts.database, async (trx) => {
    const takedown = await getTakedown(trx, takedownId);
    if (takedown.doneAt !== null) throw new AppError('wrong-state');
    const release = await getRelease(trx, takedown.releaseId);
    await requireNotTheirOwn(trx, person, release);
    const mayEnd = takedown.cause !== 'erasure';
    const hasEnded = mayEnd && (await endAsStaying(trx, parts.clock, person, { id: takedownId, release, note }));
    if (!hasEnded) throw new AppError('still-due');
  });
  parts.wakeJobs();
}

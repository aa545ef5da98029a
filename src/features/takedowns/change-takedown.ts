import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { openTakedown } from '../../jobs/open-takedown.ts';
import type { TakedownParts } from './parts.ts';
import { mayTakeDown } from '../../jobs/find-takedown-owner.ts';
import { getRelease, getTakedown } from './store.ts';

/**
 * Ask for a release to come down, also for one whose takedown has ended: it was found out there after all. Throws
 * `not-found`, `conflict` when it is due already.
 */
export async function askForTakedown(
  parts: TakedownParts,
  person: SignedIn,
  releaseId: string,
): Promise<{ readonly id: string }> {
  const id = await withTransaction(parts.database, async (trx) => {
    const release = await getRelease(trx, releaseId);
    await trx.updateTable('releases').set({ takenDownAt: null }).where('id', '=', releaseId).execute();
    const reason = { cause: 'asked', pupilId: null, actor: person.accountId } as const;
    return await openTakedown(trx, parts.clock, { ...release, takenDownAt: null }, reason);
  });
  if (id === undefined) throw new AppError('conflict', { detail: 'it must come down already' });
  parts.wakeJobs();
  return { id };
}

/** Give a takedown to somebody else. Throws `not-found`, `wrong-state` when done, `invalid-input` for a closed account. */
export async function assignTakedown(
  { database, clock }: TakedownParts,
  person: SignedIn,
  takedownId: string,
  ownerId: string,
): Promise<void> {
  await withTransaction(database, async (trx) => {
    const takedown = await getTakedown(trx, takedownId);
    if (takedown.doneAt !== null) throw new AppError('wrong-state');
    if (!(await mayTakeDown(trx, ownerId))) {
      const message = 'is not the account of a colleague who can take photos down';
      throw new AppError('invalid-input', { fields: [{ path: 'ownerId', message }] });
    }
    await trx.updateTable('takedowns').set({ ownerId }).where('id', '=', takedownId).execute();
    const subject = { kind: 'takedown', id: takedownId } as const;
    const detail = { from: takedown.ownerId, to: ownerId };
    await recordAudit(trx, clock, { actor: person.accountId, action: 'takedown/reassigned', subject, detail });
  });
}

import type { SignedIn } from '../../http/signed-in.ts';
import { announceEvent } from '../../jobs/announce-event.ts';
import { settlePhotoState } from '../../jobs/open-takedown.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { readReleaseDay } from '../../pipeline/judge-release.ts';
import type { Trx } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { judgeReleased } from './judge-released.ts';
import type { TakedownParts } from './parts.ts';
import { getRelease, getTakedown, isChannelClosed, requireNotTheirOwn, type Release } from './store.ts';

/**
 * A takedown turns out not to be needed, because a permission was withdrawn or a photo asked for by mistake. The photo is
 * judged anew by the register and policy of now, and doubt keeps the task open: an erased pupil is on no register, and a
 * closed channel has nobody who looks after it. Throws `not-found`, `wrong-state` when
 * it was done, `still-due`.
 */
export async function callOffTakedown(
  parts: TakedownParts,
  person: SignedIn,
  takedownId: string,
  note: string,
): Promise<void> {
  const { database, clock } = parts;
  await withTransaction(database, async (trx) => {
    const takedown = await getTakedown(trx, takedownId);
    if (takedown.doneAt !== null) throw new AppError('wrong-state');
    const release = await getRelease(trx, takedown.releaseId);
    await requireNotTheirOwn(trx, person, release);
    if (takedown.cause === 'erasure' || !(await mayStay(trx, parts, release))) throw new AppError('still-due');
    const [doneAt, doneBy] = [isoNow(clock), person.accountId];
    await trx
      .updateTable('takedowns')
      .set({ doneAt, doneBy, outcome: 'called-off', outcomeNote: note })
      .where('id', '=', takedownId)
      .execute();
    const subject = { kind: 'takedown', id: takedownId } as const;
    const detail = { release: release.id };
    await recordAudit(trx, clock, { actor: doneBy, action: 'takedown/called-off', subject, detail });
    await announceEvent(trx, clock, 'takedown.called-off', { takedownId, releaseId: release.id });
    if (release.photoId !== null) {
      await settlePhotoState(trx, clock, release.photoId, { id: doneBy, roles: person.roles });
    }
  });
  parts.wakeJobs();
}

/** Nothing of today asks for it to come down, and nobody is left to be looked for. */
async function mayStay(trx: Trx, { clock }: TakedownParts, release: Release): Promise<boolean> {
  if (await isChannelClosed(trx, release.channelId)) return false;
  const consequences = await judgeReleased(trx, release, await readReleaseDay(trx, clock));
  return consequences.takedown === null && consequences.looks.length === 0;
}

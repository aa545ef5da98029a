import type { SignedIn } from '../../http/signed-in.ts';
import { announceEvent } from '../../jobs/announce-event.ts';
import { settlePhotoState } from '../../jobs/open-takedown.ts';
import { isoNow, type Clock } from '../../lib/clock.ts';
import { readReleaseDay } from '../../pipeline/judge-release.ts';
import type { Trx } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { judgeReleased } from './judge-released.ts';
import { isChannelClosed, type Release } from './store.ts';

/**
 * End a takedown because its photo may stay, when nothing of today asks for it to come down and nobody is left to be
 * looked for; whether that was so. The photo is judged anew by the register and policy of now.
 */
export async function endAsStaying(
  trx: Trx,
  clock: Clock,
  person: SignedIn,
  takedown: { readonly id: string; readonly release: Release; readonly note: string },
): Promise<boolean> {
  const { id, release, note } = takedown;
  if (!(await mayStay(trx, clock, release))) return false;
  const [doneAt, doneBy] = [isoNow(clock), person.accountId];
  await trx
    .updateTable('takedowns')
    .set({ doneAt, doneBy, outcome: 'called-off', outcomeNote: note })
    .where('id', '=', id)
    .execute();
  const [subject, detail] = [{ kind: 'takedown', id } as const, { release: release.id }];
  await recordAudit(trx, clock, { actor: doneBy, action: 'takedown/called-off', subject, detail });
  await announceEvent(trx, clock, 'takedown.called-off', { takedownId: id, releaseId: release.id });
  if (release.photoId !== null) {
    await settlePhotoState(trx, clock, release.photoId, { id: doneBy, roles: person.roles });
  }
  return true;
}

async function mayStay(trx: Trx, clock: Clock, release: Release): Promise<boolean> {
  if (await isChannelClosed(trx, release.channelId)) return false;
  const consequences = await judgeReleased(trx, release, await readReleaseDay(trx, clock));
  return consequences.takedown === null && consequences.looks.length === 0;
}

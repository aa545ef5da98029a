import type { Clock } from '../lib/clock.ts';
import type { Trx } from '../store/database.ts';
import { recordAudit } from '../store/record-audit.ts';
import { findTakedownOwner } from './find-takedown-owner.ts';

/** Gives the open takedowns of somebody who is no longer here, or may no longer do it, to whoever answers for them now. */
export async function handOnTakedowns(
  trx: Trx,
  clock: Clock,
  { from, actor }: { readonly from: string; readonly actor: string },
): Promise<void> {
  const open = await trx
    .selectFrom('takedowns')
    .innerJoin('releases', 'releases.id', 'takedowns.releaseId')
    .selectAll('releases')
    .select('takedowns.id as takedownId')
    .where('takedowns.ownerId', '=', from)
    .where('takedowns.doneAt', 'is', null)
    .orderBy('takedowns.id')
    .execute();
  for (const { takedownId, ...release } of open) {
    const to = await findTakedownOwner(trx, release);
    if (to === from) continue;
    await trx.updateTable('takedowns').set({ ownerId: to }).where('id', '=', takedownId).execute();
    const subject = { kind: 'takedown', id: takedownId } as const;
    await recordAudit(trx, clock, { actor, action: 'takedown/reassigned', subject, detail: { from, to } });
  }
}

import { announceEvent } from '../../jobs/announce-event.ts';
import { isoFromNow, isoNow, type Clock } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import type { Trx } from '../../store/database.ts';
import { readCurrentPolicy } from '../../store/read-current-policy.ts';
import { recordAudit } from '../../store/record-audit.ts';

const dayMs = 86_400_000;

/**
 * Opens a takedown for everything published that shows or names a pupil who is about to be erased; being of a class that
 * was there is not enough. Whoever released it answers for it. Returns the takedowns.
 */
export async function openTakedowns(trx: Trx, clock: Clock, pupilId: string): Promise<readonly string[]> {
  const releases = await findPublished(trx, pupilId);
  if (releases.length === 0) return [];
  const { handling } = await readCurrentPolicy(trx);
  const [createdAt, dueOn] = [isoNow(clock), isoFromNow(clock, handling.takedownDueDays * dayMs).slice(0, 10)];
  const opened: string[] = [];
  for (const { id: releaseId, photoId, releasedBy, channelId, sha256 } of releases) {
    const id = newId();
    const none = { pupilId: null, doneAt: null, doneBy: null, outcome: null, outcomeNote: null };
    await trx
      .insertInto('takedowns')
      .values({ id, releaseId, cause: 'erasure', ownerId: releasedBy, dueOn, createdAt, ...none })
      .execute();
    if (photoId !== null) {
      await trx
        .updateTable('photos')
        .set((update) => ({ state: 'takedown-due', stateChangedAt: createdAt, version: update('version', '+', 1) }))
        .where('id', '=', photoId)
        .where('state', '=', 'released')
        .execute();
    }
    // The cause stays out, as in every takedown's events.
    const detail = { release: releaseId, channel: channelId, owner: releasedBy, due: dueOn };
    await recordAudit(trx, clock, {
      actor: 'system',
      action: 'takedown/opened',
      subject: { kind: 'takedown', id },
      detail,
    });
    await announceEvent(trx, clock, 'takedown.opened', { takedownId: id, releaseId, channelId, sha256, dueOn });
    opened.push(id);
  }
  return opened;
}

/** What is published, shows or names the pupil, and is not on its way back already. */
async function findPublished(trx: Trx, pupilId: string) {
  return await trx
    .selectFrom('releases')
    .innerJoin('releaseConsents', 'releaseConsents.releaseId', 'releases.id')
    .select(['releases.id', 'releases.photoId', 'releases.releasedBy', 'releases.channelId', 'releases.sha256'])
    .where('releaseConsents.pupilId', '=', pupilId)
    .where('releaseConsents.how', '<>', 'roll')
    .where('releases.takenDownAt', 'is', null)
    .where('releases.id', 'not in', (from) =>
      from.selectFrom('takedowns').select('releaseId').where('doneAt', 'is', null),
    )
    .execute();
}

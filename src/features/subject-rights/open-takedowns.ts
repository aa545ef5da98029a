import { openTakedown } from '../../jobs/open-takedown.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Trx } from '../../store/database.ts';

/**
 * Opens a takedown for everything published that shows or names a pupil who is about to be erased; being of a class that
 * was there is not enough. Returns the takedowns; what is on its way back already needs none.
 */
export async function openTakedowns(trx: Trx, clock: Clock, pupilId: string): Promise<readonly string[]> {
  const releases = await trx
    .selectFrom('releases')
    .selectAll()
    .where('takenDownAt', 'is', null)
    .where('id', 'in', (from) =>
      from.selectFrom('releaseConsents').select('releaseId').where('pupilId', '=', pupilId).where('how', '<>', 'roll'),
    )
    .execute();
  const opened: string[] = [];
  for (const release of releases) {
    const id = await openTakedown(trx, clock, release, { cause: 'erasure', pupilId: null, actor: 'system' });
    if (id !== undefined) opened.push(id);
  }
  return opened;
}

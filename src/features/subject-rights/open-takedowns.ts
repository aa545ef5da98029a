import { openTakedown } from '../../jobs/open-takedown.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Trx } from '../../store/database.ts';
import { isReliedOn } from '../../store/is-relied-on.ts';

/**
 * Opens a takedown for everything published that shows or names a pupil who is about to be erased, or in which nobody has
 * looked for them yet, because afterwards nobody can; being of a class that was there is not enough. Returns the
 * takedowns; what is on its way back already needs none.
 */
export async function openTakedowns(trx: Trx, clock: Clock, pupilId: string): Promise<readonly string[]> {
  const published = trx.selectFrom('releases').selectAll('releases').where('takenDownAt', 'is', null);
  const shown = await published
    .innerJoin('releaseConsents', 'releaseConsents.releaseId', 'releases.id')
    .where('releaseConsents.pupilId', '=', pupilId)
    .where(isReliedOn)
    .execute();
  const asked = await published
    .innerJoin('releaseLooks', 'releaseLooks.releaseId', 'releases.id')
    .where('releaseLooks.pupilId', '=', pupilId)
    .where('releaseLooks.answeredAt', 'is', null)
    .execute();
  const opened: string[] = [];
  for (const release of [...shown, ...asked]) {
    const id = await openTakedown(trx, clock, release, { cause: 'erasure', pupilId: null, actor: 'system' });
    if (id !== undefined) opened.push(id);
  }
  return opened;
}

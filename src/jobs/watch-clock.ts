import { clockLeewayMs } from '../lib/clock-leeway-ms.ts';
import { isoNow, type Clock } from '../lib/clock.ts';
import type { Database } from '../store/database.ts';

/**
 * Notices that the clock was set back since it was last asked, also while nothing ran. What waits for later may then have
 * been put off by the clock that was wrong, some for years, the night's work among it: all of it becomes due. To run any
 * job before its time changes nothing that is not due by itself.
 */
export function watchClock(database: Database, clock: Clock): () => Promise<void> {
  let latest: number | undefined;
  return async () => {
    latest ??= await newestEvent(database);
    if (clock.now().getTime() < latest - clockLeewayMs) await bringForward(database, clock);
    latest = clock.now().getTime();
  };
}

async function newestEvent(database: Database): Promise<number> {
  const last = await database.selectFrom('auditEvents').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return last === undefined ? 0 : Date.parse(last.at);
}

async function bringForward(database: Database, clock: Clock): Promise<void> {
  const now = isoNow(clock);
  await database
    .updateTable('jobs')
    .set({ runAfter: now })
    .where('state', '=', 'waiting')
    .where('runAfter', '>', now)
    .execute();
}

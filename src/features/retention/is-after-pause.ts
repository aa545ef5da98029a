import { isoFromNow, isoNow, type Clock } from '../../lib/clock.ts';
import type { Queryable } from '../../store/database.ts';

const longestPauseMs = 7 * 86_400_000;

/**
 * Whether no night was gone through in the week before: after holidays, a restored backup, or because the clock is wrong.
 * Nothing that is erased comes back, so the first night after a pause only counts; by the next one a wrong clock has
 * been noticed.
 */
export async function isAfterPause(database: Queryable, clock: Clock): Promise<boolean> {
  const night = await database
    .selectFrom('retentionRuns')
    .select('id')
    .where('startedBy', 'is', null)
    .where('startedAt', '>=', isoFromNow(clock, -longestPauseMs))
    .where('startedAt', '<=', isoNow(clock))
    .limit(1)
    .executeTakeFirst();
  return night === undefined;
}

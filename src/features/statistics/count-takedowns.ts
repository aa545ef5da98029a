import { isoDayOf, isoToday, type Clock } from '../../lib/clock.ts';
import type { Database } from '../../store/database.ts';

/** Takedowns asked for since a moment: done by their day, done later, still open, and of those past their day. */
export async function countTakedowns(database: Database, clock: Clock, since: string) {
  const today = isoToday(clock);
  const rows = await database
    .selectFrom('takedowns')
    .select(['dueOn', 'doneAt'])
    .where('createdAt', '>=', since)
    .execute();
  const done = rows.flatMap(({ dueOn, doneAt }) => (doneAt === null ? [] : [isoDayOf(clock, doneAt) <= dueOn]));
  const open = rows.filter(({ doneAt }) => doneAt === null);
  const onTime = done.filter((isOnTime) => isOnTime).length;
  return {
    asked: rows.length,
    onTime,
    late: done.length - onTime,
    open: open.length,
    overdue: open.filter(({ dueOn }) => dueOn < today).length,
  };
}

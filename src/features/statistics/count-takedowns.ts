import type { Database } from '../../store/database.ts';

/** Takedowns asked for since an ISO day: done by their day, done later, still open, and of those past their day. */
export async function countTakedowns(database: Database, from: string, today: string) {
  const rows = await database
    .selectFrom('takedowns')
    .select(['dueOn', 'doneAt'])
    .where('createdAt', '>=', from)
    .execute();
  const done = rows.flatMap(({ dueOn, doneAt }) => (doneAt === null ? [] : [doneAt.slice(0, 10) <= dueOn]));
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

import type { Queryable } from './database.ts';

/** Face matching is on only while a DPIA sign-off stands. Everything that makes or uses a template asks this. */
export async function isMatchingOn(database: Queryable): Promise<boolean> {
  const row = await database
    .selectFrom('dpiaSignOffs')
    .select('id')
    .where('withdrawnAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

import type { Queryable } from './database.ts';

/**
 * When the pupil list was last known to be right: the newest applied import of pupils, or the newest confirmation that
 * nothing has changed. Null when there never was one. Older than the policy's limit means: nothing may be released.
 */
export async function findPupilListDate(database: Queryable): Promise<string | null> {
  const row = await database
    .selectFrom('imports')
    .select('appliedAt')
    .where('kind', 'in', ['pupils-csv', 'confirmed-current'])
    .where('state', '=', 'applied')
    .orderBy('appliedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.appliedAt ?? null;
}

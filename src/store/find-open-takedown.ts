import type { Selectable } from 'kysely';
import type { Queryable } from './database.ts';
import type { TakedownRow } from './tables/release-tables.ts';

/** The takedown of a release that is not done, if there is one. */
export function findOpenTakedown(database: Queryable, releaseId: string): Promise<Selectable<TakedownRow> | undefined> {
  return database
    .selectFrom('takedowns')
    .selectAll()
    .where('releaseId', '=', releaseId)
    .where('doneAt', 'is', null)
    .executeTakeFirst();
}

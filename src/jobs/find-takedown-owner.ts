import type { Selectable } from 'kysely';
import type { Queryable } from '../store/database.ts';
import type { ReleaseRow } from '../store/tables/release-tables.ts';

/** Whether an account is in use. */
export async function isActiveAccount(database: Queryable, id: string): Promise<boolean> {
  const row = await database
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Who takes a release down: whoever released it, if they are still named for the channel; else the first named member of
 * staff; else whoever released it or anybody who is still here and may.
 */
export async function findTakedownOwner(database: Queryable, release: Selectable<ReleaseRow>): Promise<string> {
  const named = await database
    .selectFrom('channelStaff')
    .innerJoin('accounts', 'accounts.id', 'channelStaff.accountId')
    .select('accounts.id')
    .where('channelStaff.channelId', '=', release.channelId)
    .where('channelStaff.leftAt', 'is', null)
    .where('accounts.state', '=', 'active')
    .orderBy('channelStaff.namedAt')
    .orderBy('channelStaff.id')
    .execute();
  const ids = named.map((one) => one.id);
  if (ids.includes(release.releasedBy)) return release.releasedBy;
  if (ids.length > 0) return ids[0]!;
  if (await isActiveAccount(database, release.releasedBy)) return release.releasedBy;
  const anybody = await database
    .selectFrom('accountRoles')
    .innerJoin('accounts', 'accounts.id', 'accountRoles.accountId')
    .select('accounts.id')
    .where('accounts.state', '=', 'active')
    .where('accountRoles.role', 'in', ['dsl', 'moderator', 'office'])
    .orderBy('accounts.id')
    .limit(1)
    .executeTakeFirst();
  return anybody?.id ?? release.releasedBy;
}

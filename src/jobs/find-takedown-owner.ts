import type { Selectable } from 'kysely';
import { can } from '../policy/rights.ts';
import { roles, type Role } from '../policy/words/role.ts';
import type { Queryable } from '../store/database.ts';
import type { ReleaseRow } from '../store/tables/release-tables.ts';

const taking: readonly Role[] = roles.filter((role) => can(role, 'complete-takedown'));
const overseeing: readonly Role[] = roles.filter((role) => can(role, 'call-off-takedown'));

/** Accounts in use that hold one of these roles, the oldest first. */
async function findHolders(database: Queryable, held: readonly Role[]): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('accounts')
    .select('accounts.id')
    .where('accounts.state', '=', 'active')
    .where((where) =>
      where.exists(
        where
          .selectFrom('accountRoles')
          .select('role')
          .whereRef('accountRoles.accountId', '=', 'accounts.id')
          .where('accountRoles.role', 'in', [...held]),
      ),
    )
    .orderBy('accounts.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether an account is in use, and in a role that takes photos down. */
export async function mayTakeDown(database: Queryable, id: string): Promise<boolean> {
  return (await findHolders(database, taking)).includes(id);
}

/**
 * Who takes a release down: whoever released it, if they are still named for the channel; else the first named member of
 * staff; else whoever released it or anybody who oversees takedowns. Always somebody who is still here and whose roles
 * let them see the task and end it, as long as there is anybody.
 */
export async function findTakedownOwner(database: Queryable, release: Selectable<ReleaseRow>): Promise<string> {
  const able = new Set(await findHolders(database, taking));
  const named = await database
    .selectFrom('channelStaff')
    .select('accountId')
    .where('channelId', '=', release.channelId)
    .where('leftAt', 'is', null)
    .orderBy('namedAt')
    .orderBy('id')
    .execute();
  const ids = named.map(({ accountId }) => accountId).filter((id) => able.has(id));
  if (ids.includes(release.releasedBy)) return release.releasedBy;
  if (ids.length > 0) return ids[0]!;
  if (able.has(release.releasedBy)) return release.releasedBy;
  const [anybody = release.releasedBy] = await findHolders(database, overseeing);
  return anybody;
}

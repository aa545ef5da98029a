import type { Role } from '../policy/words/role.ts';
import type { Queryable } from './database.ts';

/** Ids of the active accounts that hold a role. */
export async function findRoleHolders(database: Queryable, role: Role): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('accountRoles')
    .innerJoin('accounts', 'accounts.id', 'accountRoles.accountId')
    .select('accounts.id')
    .where('accountRoles.role', '=', role)
    .where('accounts.state', '=', 'active')
    .orderBy('accounts.id')
    .execute();
  return rows.map((row) => row.id);
}

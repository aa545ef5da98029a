import type { Role } from '../../policy/words/role.ts';
import type { Queryable } from '../../store/database.ts';

/** All accounts for the administrator, by name. */
export async function listAccounts(database: Queryable) {
  const [accounts, roles, factors] = [
    await database.selectFrom('accounts').selectAll().orderBy('displayName').execute(),
    await rolesByAccount(database),
    await database.selectFrom('totpSecrets').select('accountId').where('confirmedAt', 'is not', null).execute(),
  ];
  const secured = new Set(factors.map((row) => row.accountId));
  return accounts.map((row) => ({
    id: row.id,
    displayName: row.displayName,
    email: row.email,
    state: row.state === 'closed' ? ('closed' as const) : ('active' as const),
    roles: [...(roles.get(row.id) ?? [])],
    hasSecondFactor: secured.has(row.id),
    heldSince: row.heldSince,
    createdAt: row.createdAt,
    lastSignInAt: row.lastSignInAt,
  }));
}

/** Active colleagues for everybody to choose from: names and roles only. */
export async function listPeople(database: Queryable) {
  const accounts = await listAccounts(database);
  return accounts
    .filter((account) => account.state === 'active')
    .map(({ id, displayName, roles }) => ({ id, displayName, roles }));
}

async function rolesByAccount(database: Queryable): Promise<ReadonlyMap<string, readonly Role[]>> {
  const rows = await database.selectFrom('accountRoles').select(['accountId', 'role']).orderBy('role').execute();
  const byAccount = new Map<string, Role[]>();
  for (const { accountId, role } of rows) byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), role]);
  return byAccount;
}

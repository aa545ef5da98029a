import type { Selectable } from 'kysely';
import { AppError } from '../../lib/app-error.ts';
import type { Role } from '../../policy/words/role.ts';
import type { Queryable, Trx } from '../../store/database.ts';
import { findRoleHolders } from '../../store/find-role-holders.ts';
import type { AccountRow } from '../../store/tables/account-tables.ts';

export type Account = Selectable<AccountRow>;

/** An account by its e-mail address (lower case), closed ones too. */
export async function findAccountByEmail(database: Queryable, email: string): Promise<Account | undefined> {
  return await database.selectFrom('accounts').selectAll().where('email', '=', email).executeTakeFirst();
}

/** An account by id. Throws `not-found`. */
export async function getAccount(database: Queryable, id: string): Promise<Account> {
  const row = await database.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found');
  return row;
}

/** An account that can be used. Throws `not-found`, also for closed ones. */
export async function getActiveAccount(database: Queryable, id: string): Promise<Account> {
  const row = await getAccount(database, id);
  if (row.state !== 'active') throw new AppError('not-found');
  return row;
}

export async function rolesOf(database: Queryable, accountId: string): Promise<readonly Role[]> {
  const rows = await database
    .selectFrom('accountRoles')
    .select('role')
    .where('accountId', '=', accountId)
    .orderBy('role')
    .execute();
  return rows.map(({ role }) => role);
}

/** Write the roles of an account, replacing what it had. */
export async function writeRoles(
  trx: Trx,
  accountId: string,
  roles: readonly Role[],
  grant: { readonly at: string; readonly by: string | null },
): Promise<void> {
  await trx.deleteFrom('accountRoles').where('accountId', '=', accountId).execute();
  const rows = [...new Set(roles)].map((role) => ({ accountId, role, grantedAt: grant.at, grantedBy: grant.by }));
  await trx.insertInto('accountRoles').values(rows).execute();
}

/** Whether the account's second factor is on. */
export async function hasSecondFactor(database: Queryable, accountId: string): Promise<boolean> {
  const row = await database
    .selectFrom('totpSecrets')
    .select('accountId')
    .where('accountId', '=', accountId)
    .where('confirmedAt', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Throws `last-admin` when this account is the only active administrator. */
export async function refuseLastAdmin(trx: Trx, accountId: string): Promise<void> {
  const admins = await findRoleHolders(trx, 'admin');
  if (admins.length === 1 && admins[0] === accountId) throw new AppError('last-admin');
}

/** Throws `conflict` when another account uses the address already. */
export async function refuseTakenEmail(trx: Trx, email: string, exceptId?: string): Promise<void> {
  const other = await findAccountByEmail(trx, email);
  if (other !== undefined && other.id !== exceptId) {
    throw new AppError('conflict', { fields: [{ path: 'email', message: 'belongs to another account' }] });
  }
}

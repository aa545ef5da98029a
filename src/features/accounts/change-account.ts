import { handOnTakedowns } from '../../jobs/hand-on-takedowns.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { canAny } from '../../policy/rights.ts';
import type { Role } from '../../policy/words/role.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { revokeLinksOf } from './links.ts';
import type { AccountParts } from './parts.ts';
import { dropSecondFactor } from './second-factor.ts';
import { revokeSessions } from './sessions.ts';
import { getActiveAccount, refuseLastAdmin, refuseTakenEmail, writeRoles } from './store.ts';

/** Change a name or an address. Throws `conflict` when the address is taken. */
export async function renameAccount(
  parts: AccountParts,
  adminId: string,
  change: { readonly accountId: string; readonly displayName: string; readonly email: string },
): Promise<void> {
  await withTransaction(parts.database, async (trx) => {
    const { id } = await getActiveAccount(trx, change.accountId);
    await refuseTakenEmail(trx, change.email, id);
    const { displayName, email } = change;
    await trx.updateTable('accounts').set({ displayName, email }).where('id', '=', id).execute();
    const subject = { kind: 'account', id } as const;
    await recordAudit(trx, parts.clock, { actor: adminId, action: 'account/renamed', subject });
  });
}

/**
 * Give an account these roles and no others; what it may no longer take down goes to somebody else, and the links that it
 * made end when it may make none. Throws `last-admin`.
 */
export async function changeRoles(
  parts: AccountParts,
  adminId: string,
  accountId: string,
  roles: readonly Role[],
): Promise<void> {
  await withTransaction(parts.database, async (trx) => {
    await getActiveAccount(trx, accountId);
    if (!roles.includes('admin')) await refuseLastAdmin(trx, accountId);
    await writeRoles(trx, accountId, roles, { at: isoNow(parts.clock), by: adminId });
    await revokeSessions(trx, parts, accountId);
    const subject = { kind: 'account', id: accountId } as const;
    await recordAudit(trx, parts.clock, {
      actor: adminId,
      action: 'account/roles-changed',
      subject,
      detail: { roles },
    });
    if (!canAny(roles, 'manage-accounts')) {
      await revokeLinksOf(trx, parts, { accountId, actor: adminId, alsoFor: false });
    }
    const mayTakeDown = canAny(roles, 'complete-takedown');
    if (!mayTakeDown) await handOnTakedowns(trx, parts.clock, { from: accountId, actor: adminId });
  });
}

/**
 * Close an account: nobody signs in with it again, nor with a link that it made; its name stays for the record of what it
 * did, and what it had to take down goes to somebody who is still here. Throws `last-admin`, and `too-few-staff` while it is
 * named for a channel, which needs a handover first.
 */
export async function closeAccount(parts: AccountParts, adminId: string, accountId: string): Promise<void> {
  await withTransaction(parts.database, async (trx) => {
    await getActiveAccount(trx, accountId);
    await refuseLastAdmin(trx, accountId);
    const channel = await trx
      .selectFrom('channelStaff')
      .innerJoin('channels', 'channels.id', 'channelStaff.channelId')
      .select('channels.id')
      .where('channelStaff.accountId', '=', accountId)
      .where('channelStaff.leftAt', 'is', null)
      .where('channels.state', 'in', ['applied', 'open'])
      .executeTakeFirst();
    if (channel !== undefined) throw new AppError('too-few-staff', { detail: `hand over the channel ${channel.id}` });
    await trx
      .updateTable('accounts')
      .set({ state: 'closed', closedAt: isoNow(parts.clock), passwordHash: null })
      .where('id', '=', accountId)
      .execute();
    await trx.deleteFrom('externalIdentities').where('accountId', '=', accountId).execute();
    await dropSecondFactor(trx, accountId);
    await revokeSessions(trx, parts, accountId);
    const subject = { kind: 'account', id: accountId } as const;
    await recordAudit(trx, parts.clock, { actor: adminId, action: 'account/closed', subject });
    await revokeLinksOf(trx, parts, { accountId, actor: adminId, alsoFor: true });
    await handOnTakedowns(trx, parts.clock, { from: accountId, actor: adminId });
  });
}

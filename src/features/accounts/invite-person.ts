import type { Role } from '../../policy/words/role.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { endLinksFor, makeLink, openLinks, revokeLink } from './links.ts';
import type { AccountParts } from './parts.ts';
import { getActiveAccount, refuseTakenEmail, rolesOf } from './store.ts';

export interface Invitation {
  readonly displayName: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/** Make an invitation link for somebody new. Throws `conflict` when the address has an account. */
export async function invitePerson(parts: AccountParts, adminId: string, origin: string, invitation: Invitation) {
  return await withTransaction(parts.database, async (trx) => {
    await refuseTakenEmail(trx, invitation.email);
    const made = await makeLink(trx, parts, origin, {
      ...invitation,
      kind: 'invitation',
      accountId: null,
      createdBy: adminId,
    });
    await recordAudit(trx, parts.clock, {
      actor: adminId,
      action: 'account/invited',
      subject: { kind: 'invitation', id: made.id },
      detail: { roles: invitation.roles },
    });
    return made;
  });
}

/**
 * Make a link with which a person chooses a new password; earlier ones for the same person stop working. `adminId` is null
 * when whoever runs the machine makes it.
 */
export async function offerPasswordReset(
  parts: Pick<AccountParts, 'database' | 'clock'>,
  adminId: string | null,
  origin: string,
  accountId: string,
) {
  return await withTransaction(parts.database, async (trx) => {
    const { email, displayName } = await getActiveAccount(trx, accountId);
    const roles = await rolesOf(trx, accountId);
    await endLinksFor(trx, parts, accountId);
    const link = { kind: 'password-reset', email, displayName, roles, accountId, createdBy: adminId } as const;
    const made = await makeLink(trx, parts, origin, link);
    const subject = { kind: 'account', id: accountId } as const;
    await recordAudit(trx, parts.clock, {
      actor: adminId ?? 'system',
      action: 'account/password-reset-offered',
      subject,
    });
    return made;
  });
}

/** Links handed out and not yet used, the set-up link left out. */
export async function listInvitations(parts: AccountParts) {
  const rows = await openLinks(parts.database, parts).where('kind', '<>', 'set-up').orderBy('createdAt').execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind === 'password-reset' ? ('password-reset' as const) : ('invitation' as const),
    displayName: row.displayName ?? '',
    email: row.email ?? '',
    roles: JSON.parse(row.rolesJson) as Role[],
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
  }));
}

/** Take a link back before it is used. Throws `not-found`. */
export async function revokeInvitation(parts: AccountParts, adminId: string, invitationId: string): Promise<void> {
  await withTransaction(parts.database, (trx) => revokeLink(trx, parts, { id: invitationId, actor: adminId }));
}

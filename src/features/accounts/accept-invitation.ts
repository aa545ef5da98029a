import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import type { Role } from '../../policy/words/role.ts';
import type { Trx } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import type { InvitationRow } from '../../store/tables/account-tables.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { getOpenLink, useLink } from './links.ts';
import { hashPassword, requireGoodPassword } from './passwords.ts';
import type { AccountParts } from './parts.ts';
import { dropSecondFactor } from './second-factor.ts';
import { revokeSessions, startSession, type NewSession } from './sessions.ts';
import { getActiveAccount, refuseTakenEmail, writeRoles } from './store.ts';
import { clearFailures } from './throttle.ts';

/** What a link is for, to greet its holder. Throws `link-invalid`. */
export async function readInvitation(parts: AccountParts, token: string) {
  const link = await getOpenLink(parts.database, parts, token);
  if (link.kind === 'set-up') throw new AppError('link-invalid');
  const school = await parts.database.selectFrom('school').select('name').executeTakeFirst();
  const { kind, displayName, email } = link;
  return { kind, displayName: displayName ?? '', email: email ?? '', schoolName: school?.name ?? '' };
}

/** Use an invitation or a password reset: choose a password, be signed in. Throws `link-invalid`. */
export async function acceptInvitation(
  parts: AccountParts,
  answer: { readonly token: string; readonly password: string; readonly userAgent: string },
): Promise<NewSession & { readonly accountId: string }> {
  const link = await getOpenLink(parts.database, parts, answer.token);
  if (link.kind === 'set-up') throw new AppError('link-invalid');
  requireGoodPassword(answer.password, { email: link.email ?? '', displayName: link.displayName ?? '' });
  const passwordHash = await hashPassword(answer.password, parts.settings.passwordCost);
  return await withTransaction(parts.database, async (trx) => {
    await useLink(trx, parts, link.id);
    const accountId =
      link.accountId === null
        ? await openAccount(trx, parts, link, passwordHash)
        : await resetPassword(trx, parts, link.accountId, passwordHash);
    await clearFailures(trx, { email: link.email ?? '', from: undefined });
    const session = await startSession(trx, parts, { accountId, method: 'link', userAgent: answer.userAgent });
    return { ...session, accountId };
  });
}

/** The account an invitation promised. Without a password it can be used through a linked provider alone. */
export async function openAccount(
  trx: Trx,
  parts: AccountParts,
  link: InvitationRow,
  passwordHash: string | null,
): Promise<string> {
  const [accountId, now] = [newId(), isoNow(parts.clock)];
  const email = link.email ?? '';
  await refuseTakenEmail(trx, email);
  await trx
    .insertInto('accounts')
    .values({
      id: accountId,
      email,
      displayName: link.displayName ?? '',
      passwordHash,
      state: 'active',
      createdAt: now,
    })
    .execute();
  await writeRoles(trx, accountId, JSON.parse(link.rolesJson) as Role[], { at: now, by: link.createdBy });
  const subject = { kind: 'account', id: accountId } as const;
  const detail = { invitation: link.id };
  await recordAudit(trx, parts.clock, { actor: accountId, action: 'account/joined', subject, detail });
  return accountId;
}

async function resetPassword(trx: Trx, parts: AccountParts, accountId: string, passwordHash: string): Promise<string> {
  await getActiveAccount(trx, accountId);
  await trx.updateTable('accounts').set({ passwordHash, heldSince: null }).where('id', '=', accountId).execute();
  // Every other way in ends: it may have been a stranger who linked an account of theirs.
  await trx.deleteFrom('externalIdentities').where('accountId', '=', accountId).execute();
  await dropSecondFactor(trx, accountId);
  await revokeSessions(trx, parts, accountId);
  const subject = { kind: 'account', id: accountId } as const;
  await recordAudit(trx, parts.clock, { actor: accountId, action: 'account/password-changed', subject });
  return accountId;
}

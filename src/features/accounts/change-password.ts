import { AppError } from '../../lib/app-error.ts';
import type { SignedIn } from '../../http/signed-in.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { hashPassword, isPassword, requireGoodPassword } from './passwords.ts';
import type { AccountParts } from './parts.ts';
import { renewToken, revokeSessions } from './sessions.ts';
import { getActiveAccount } from './store.ts';
import { countFailure, refuseLockedOut } from './throttle.ts';

/**
 * Change one's own password. Other sessions end and this one goes on under a new token, which is returned. An open link to a
 * new password goes on, too: whoever sits at an open session must not take it from its owner. A wrong current password counts
 * towards the lock-out. Throws `changed-meanwhile` when the password was reset meanwhile.
 */
export async function changePassword(
  parts: AccountParts,
  person: SignedIn,
  change: { readonly current: string; readonly next: string },
): Promise<string> {
  const { database, clock, settings } = parts;
  const account = await getActiveAccount(database, person.accountId);
  const attempts = { email: account.email, from: person.sessionId };
  await refuseLockedOut(database, clock, attempts);
  if (!(await isPassword(change.current, account.passwordHash, settings.passwordCost))) {
    await withTransaction(database, async (trx) => {
      await refuseLockedOut(trx, clock, attempts);
      await countFailure(trx, clock, attempts, account.id);
    });
    throw new AppError('invalid-input', { fields: [{ path: 'current', message: 'is not your password now' }] });
  }
  requireGoodPassword(change.next, account);
  const passwordHash = await hashPassword(change.next, settings.passwordCost);
  return await withTransaction(database, async (trx) => {
    await refuseLockedOut(trx, clock, attempts);
    // A reset while the passwords were worked on comes first: what was checked no longer holds.
    const { passwordHash: kept } = await getActiveAccount(trx, account.id);
    if (kept !== account.passwordHash) throw new AppError('changed-meanwhile');
    await trx.updateTable('accounts').set({ passwordHash }).where('id', '=', account.id).execute();
    await revokeSessions(trx, parts, account.id, person.sessionId);
    const subject = { kind: 'account', id: account.id } as const;
    await recordAudit(trx, clock, { actor: account.id, action: 'account/password-changed', subject });
    return await renewToken(trx, person.sessionId);
  });
}

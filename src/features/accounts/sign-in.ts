import { AppError } from '../../lib/app-error.ts';
import type { Trx } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { isPassword } from './passwords.ts';
import type { AccountParts } from './parts.ts';
import { findKnownBrowser } from './known-browser.ts';
import { useSecondFactor } from './second-factor.ts';
import { startSession, type NewSession } from './sessions.ts';
import { findAccountByEmail, hasSecondFactor, type Account } from './store.ts';
import { clearFailures, countFailure, refuseLockedOut, type Attempts } from './throttle.ts';

export interface SignInAttempt {
  readonly email: string;
  readonly password: string;
  readonly code?: string | undefined;
  /** What this browser keeps from an earlier sign-in with this address. */
  readonly mark?: string | undefined;
  readonly userAgent: string;
}

/**
 * Sign in with a password. Throws `sign-in-failed` without saying which part was wrong, `code-needed` when only the code
 * is missing, `locked-out` after too many failures.
 */
export async function signIn(
  parts: AccountParts,
  attempt: SignInAttempt,
): Promise<NewSession & { readonly accountId: string }> {
  const { database, clock, settings } = parts;
  const account = await findAccountByEmail(database, attempt.email);
  const from = findKnownBrowser(parts.sealer, attempt, account?.passwordHash);
  const attempts: Attempts = { email: attempt.email, from };
  await refuseLockedOut(database, clock, attempts);
  const isActive = account?.state === 'active';
  // The slow hash is checked outside any transaction.
  const isRight = await isPassword(attempt.password, isActive ? account.passwordHash : null, settings.passwordCost);
  const outcome = await withTransaction(database, async (trx) => {
    // Others may have failed meanwhile: attempts at the same moment are no way around the lock.
    await refuseLockedOut(trx, clock, attempts);
    // Closed or changed while the password was being checked: then it was checked against what no longer holds.
    const isUnchanged = (await findAccountByEmail(trx, attempt.email))?.passwordHash === account?.passwordHash;
    if (!isActive || !isRight || !isUnchanged) return await fail(trx, parts, attempts, account);
    if (await hasSecondFactor(trx, account.id)) {
      if (attempt.code === undefined) return 'code-needed';
      if (!(await useSecondFactor(trx, parts, account.id, attempt.code))) {
        return await fail(trx, parts, attempts, account);
      }
    }
    await clearFailures(trx, attempts);
    const session = await startSession(trx, parts, {
      accountId: account.id,
      method: 'password',
      userAgent: attempt.userAgent,
    });
    await recordAudit(trx, clock, {
      actor: account.id,
      action: 'account/signed-in',
      subject: { kind: 'session', id: session.id },
      detail: { method: 'password' },
    });
    return { ...session, accountId: account.id };
  });
  // The failed attempt is committed before the refusal is thrown.
  if (typeof outcome === 'string') throw new AppError(outcome);
  return outcome;
}

async function fail(
  trx: Trx,
  parts: AccountParts,
  attempts: Attempts,
  account: Account | undefined,
): Promise<'sign-in-failed' | 'locked-out'> {
  return (await countFailure(trx, parts.clock, attempts, account?.id)) ? 'locked-out' : 'sign-in-failed';
}

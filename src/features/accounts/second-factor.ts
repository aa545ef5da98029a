import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import type { Trx } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { sealContext } from '../../store/sealed-columns.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { AccountParts } from './parts.ts';
import { getActiveAccount } from './store.ts';
import { countFailure, refuseLockedOut } from './throttle.ts';
import { hashToken } from './tokens.ts';

const stepSeconds = 30;
const recoveryCodeCount = 10;

/** Make a secret for an authenticator app; it counts only after `confirmTotp`. Throws `conflict` when one is on. */
export async function beginTotp(
  parts: AccountParts,
  accountId: string,
): Promise<{ readonly secret: string; readonly uri: string }> {
  const secret = new Secret({ size: 20 });
  return await withTransaction(parts.database, async (trx) => {
    const account = await getActiveAccount(trx, accountId);
    const existing = await findSecret(trx, accountId);
    if (existing?.confirmedAt != null) throw new AppError('conflict');
    await trx.deleteFrom('totpSecrets').where('accountId', '=', accountId).execute();
    const sealedSecret = parts.sealer.sealText(sealContext('totp', accountId), secret.base32);
    await trx
      .insertInto('totpSecrets')
      .values({ accountId, sealedSecret, createdAt: isoNow(parts.clock) })
      .execute();
    const totp = new TOTP({ issuer: 'Photoward', label: account.email, secret });
    return { secret: secret.base32, uri: totp.toString() };
  });
}

/** Turn the second factor on with a first right code. The recovery codes are returned this once. */
export async function confirmTotp(parts: AccountParts, accountId: string, code: string): Promise<readonly string[]> {
  return await withTransaction(parts.database, async (trx) => {
    const row = await findSecret(trx, accountId);
    if (row === undefined || row.confirmedAt !== null) throw new AppError('wrong-state');
    if (!(await useTotp(trx, parts, accountId, code))) throw wrongCode();
    const now = isoNow(parts.clock);
    await trx.updateTable('totpSecrets').set({ confirmedAt: now }).where('accountId', '=', accountId).execute();
    const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
    const rows = codes.map((one) => ({
      id: newId(),
      accountId,
      codeHash: hashRecoveryCode(accountId, one),
      createdAt: now,
    }));
    await trx.insertInto('recoveryCodes').values(rows).execute();
    const subject = { kind: 'account', id: accountId } as const;
    await recordAudit(trx, parts.clock, { actor: accountId, action: 'account/totp-turned-on', subject });
    return codes;
  });
}

/** Turn the second factor off, with a code as proof. A wrong code counts towards the lock-out. Throws `locked-out`. */
export async function removeTotp(parts: AccountParts, person: SignedIn, code: string): Promise<void> {
  const { database, clock } = parts;
  const { accountId, sessionId } = person;
  const isRight = await withTransaction(database, async (trx) => {
    const { email } = await getActiveAccount(trx, accountId);
    const attempts = { email, from: sessionId };
    await refuseLockedOut(trx, clock, attempts);
    if (!(await useSecondFactor(trx, parts, accountId, code))) {
      await countFailure(trx, clock, attempts, accountId);
      return false;
    }
    await dropSecondFactor(trx, accountId);
    const subject = { kind: 'account', id: accountId } as const;
    await recordAudit(trx, clock, { actor: accountId, action: 'account/totp-turned-off', subject });
    return true;
  });
  // The failed attempt is committed before the refusal is thrown.
  if (!isRight) throw wrongCode();
}

/** Forget the secret and the recovery codes. */
export async function dropSecondFactor(trx: Trx, accountId: string): Promise<void> {
  await trx.deleteFrom('totpSecrets').where('accountId', '=', accountId).execute();
  await trx.deleteFrom('recoveryCodes').where('accountId', '=', accountId).execute();
}

/** Whether a code (authenticator or recovery) is right now. Each can be used once. */
export async function useSecondFactor(
  trx: Trx,
  parts: AccountParts,
  accountId: string,
  code: string,
): Promise<boolean> {
  if (/^\d{3}\s?\d{3}$/.test(code)) return await useTotp(trx, parts, accountId, code.replace(/\s/, ''));
  const { numUpdatedRows } = await trx
    .updateTable('recoveryCodes')
    .set({ usedAt: isoNow(parts.clock) })
    .where('accountId', '=', accountId)
    .where('codeHash', '=', hashRecoveryCode(accountId, code))
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  const subject = { kind: 'account', id: accountId } as const;
  await recordAudit(trx, parts.clock, { actor: accountId, action: 'account/recovery-code-used', subject });
  return true;
}

/** RFC 6238, one step of leeway; a step once used is never accepted again. */
async function useTotp(trx: Trx, parts: AccountParts, accountId: string, code: string): Promise<boolean> {
  const row = await findSecret(trx, accountId);
  if (row === undefined) return false;
  const secret = Secret.fromBase32(parts.sealer.openText(sealContext('totp', accountId), row.sealedSecret));
  const now = parts.clock.now().getTime();
  const delta = new TOTP({ secret, period: stepSeconds }).validate({ token: code, timestamp: now, window: 1 });
  if (delta === null) return false;
  const step = Math.floor(now / 1000 / stepSeconds) + delta;
  if (step <= row.lastUsedStep) return false;
  await trx.updateTable('totpSecrets').set({ lastUsedStep: step }).where('accountId', '=', accountId).execute();
  return true;
}

async function findSecret(trx: Trx, accountId: string) {
  return await trx.selectFrom('totpSecrets').selectAll().where('accountId', '=', accountId).executeTakeFirst();
}

/** Ten characters without look-alikes: 50 random bits. */
function newRecoveryCode(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz023456789';
  const text = [...randomBytes(10)].map((byte) => letters[byte % 32]).join('');
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

function hashRecoveryCode(accountId: string, code: string): string {
  return hashToken(`${accountId} ${code.trim().toLowerCase()}`);
}

function wrongCode(): AppError {
  return new AppError('invalid-input', { fields: [{ path: 'code', message: 'is not the code shown now' }] });
}

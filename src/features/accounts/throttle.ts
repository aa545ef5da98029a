import { createHash } from 'node:crypto';
import { AppError } from '../../lib/app-error.ts';
import { isoFromNow, isoNow, type Clock } from '../../lib/clock.ts';
import type { Queryable, Trx } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { clockLeewayMs } from '../../lib/clock-leeway-ms.ts';

const failuresAllowed = 5;
const windowMs = 15 * 60_000;

/**
 * Whose attempts are counted together. All that come from unknown browsers share the count of the e-mail address,
 * wherever they come from. A browser known from an earlier sign-in, and a session, has a count of its own, so that
 * nobody can lock a person out of their own computer by guessing.
 */
export interface Attempts {
  readonly email: string;
  /** A known browser, or a session. */
  readonly from: string | undefined;
}

/**
 * Throws `locked-out` after five failed attempts within a quarter of an hour, for a quarter of an hour. It goes by the
 * e-mail address, whether or not there is such an account, so that it does not tell which addresses exist.
 */
export async function refuseLockedOut(database: Queryable, clock: Clock, attempts: Attempts): Promise<void> {
  const row = await database
    .selectFrom('signInThrottles')
    .select('lockedUntil')
    .where('keyHash', '=', keyOf(attempts))
    .executeTakeFirst();
  // A lock of a clock that went ahead, and was put right since, would last until then.
  const longest = isoFromNow(clock, windowMs + clockLeewayMs);
  if (row?.lockedUntil != null && row.lockedUntil > isoNow(clock) && row.lockedUntil <= longest)
    throw new AppError('locked-out');
}

/** Count a failure, of somebody's account where the address is known. True when it was the one that locks: that is audited. */
export async function countFailure(
  trx: Trx,
  clock: Clock,
  attempts: Attempts,
  accountId: string | undefined,
): Promise<boolean> {
  const key = keyOf(attempts);
  const row = await trx.selectFrom('signInThrottles').selectAll().where('keyHash', '=', key).executeTakeFirst();
  const isFresh = row !== undefined && row.firstFailureAt > isoFromNow(clock, -windowMs);
  const failures = isFresh ? row.failures + 1 : 1;
  const locks = failures >= failuresAllowed;
  await trx
    .deleteFrom('signInThrottles')
    // With it goes what no longer counts: nothing is kept of whose addresses were tried.
    .where((where) =>
      where.or([where('keyHash', '=', key), where('firstFailureAt', '<', isoFromNow(clock, -2 * windowMs))]),
    )
    .execute();
  await trx
    .insertInto('signInThrottles')
    .values({
      keyHash: key,
      failures: locks ? 0 : failures,
      firstFailureAt: isFresh ? row.firstFailureAt : isoNow(clock),
      lockedUntil: locks ? isoFromNow(clock, windowMs) : null,
    })
    .execute();
  if (locks && accountId !== undefined) {
    const subject = { kind: 'account', id: accountId } as const;
    await recordAudit(trx, clock, { actor: 'system', action: 'account/sign-in-locked', subject });
  }
  return locks;
}

/** Forget failures after a success. */
export async function clearFailures(trx: Trx, attempts: Attempts): Promise<void> {
  await trx.deleteFrom('signInThrottles').where('keyHash', '=', keyOf(attempts)).execute();
}

function keyOf({ email, from }: Attempts): string {
  return createHash('sha256')
    .update(from === undefined ? `sign-in ${email}` : `sign-in ${email} ${from}`)
    .digest('hex');
}

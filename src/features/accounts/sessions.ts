import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoFromNow, isoNow, type Clock } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import type { Queryable, Trx } from '../../store/database.ts';
import { clockLeewayMs } from '../../lib/clock-leeway-ms.ts';
import type { AccountParts } from './parts.ts';
import { getActiveAccount } from './store.ts';
import { hashToken, newToken } from './tokens.ts';

const minuteMs = 60_000;

/** A session ends after an hour without a request, and in any case after a school day. */
export const sessionIdleMs = 60 * minuteMs;
export const sessionLongestMs = 12 * 60 * minuteMs;

export interface NewSession {
  readonly id: string;
  readonly token: string;
}

/**
 * Start a session; the token goes to the browser, its hash stays here. Throws `account-held` for an account that came back
 * with a restore: it may have been closed since, or its password changed.
 */
export async function startSession(
  trx: Trx,
  parts: Pick<AccountParts, 'clock'>,
  session: { readonly accountId: string; readonly method: 'password' | 'openid' | 'link'; readonly userAgent: string },
): Promise<NewSession> {
  const { heldSince } = await getActiveAccount(trx, session.accountId);
  if (heldSince !== null) throw new AppError('account-held');
  const [id, token, now] = [newId(), newToken(), isoNow(parts.clock)];
  await trx
    .insertInto('sessions')
    .values({
      id,
      tokenHash: hashToken(token),
      accountId: session.accountId,
      method: session.method,
      deviceLabel: labelDevice(session.userAgent),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: isoFromNow(parts.clock, sessionLongestMs),
    })
    .execute();
  await trx.updateTable('accounts').set({ lastSignInAt: now }).where('id', '=', session.accountId).execute();
  return { id, token };
}

type SessionParts = Pick<AccountParts, 'database' | 'clock'>;

/** A session last seen in what is now the future has ended: setting the clock back must not open it again. */
function openSessions(database: Queryable, clock: Clock) {
  return database
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.accountId')
    .select(['sessions.id', 'sessions.accountId', 'sessions.lastSeenAt'])
    .where('sessions.revokedAt', 'is', null)
    .where('sessions.expiresAt', '>', isoNow(clock))
    .where('sessions.lastSeenAt', '>', isoFromNow(clock, -sessionIdleMs))
    .where('sessions.lastSeenAt', '<=', isoFromNow(clock, clockLeewayMs))
    .where('accounts.state', '=', 'active');
}

async function findSession({ database, clock }: SessionParts, token: string) {
  return await openSessions(database, clock).where('sessions.tokenHash', '=', hashToken(token)).executeTakeFirst();
}

/** Whether a session still opens anything, by its id. */
export async function isSessionOpen(trx: Trx, { clock }: Pick<AccountParts, 'clock'>, id: string): Promise<boolean> {
  return (await openSessions(trx, clock).where('sessions.id', '=', id).executeTakeFirst()) !== undefined;
}

/** Whether a token still opens anything. Asking does not keep the session alive, so a page left open comes to its end. */
export async function isSignedIn(parts: SessionParts, token: string): Promise<boolean> {
  return (await findSession(parts, token)) !== undefined;
}

/** The person of a token, or undefined. That the session is used is written at most once a minute. */
export async function findSignedIn(parts: SessionParts, token: string, isUsed: boolean): Promise<SignedIn | undefined> {
  const { database, clock } = parts;
  const row = await findSession(parts, token);
  if (row === undefined) return undefined;
  if (isUsed && row.lastSeenAt < isoFromNow(clock, -minuteMs)) {
    await database
      .updateTable('sessions')
      .set({ lastSeenAt: isoNow(clock) })
      .where('id', '=', row.id)
      .execute();
  }
  const held = await database
    .selectFrom('accountRoles')
    .select('role')
    .where('accountId', '=', row.accountId)
    .execute();
  return { accountId: row.accountId, sessionId: row.id, roles: held.map(({ role }) => role) };
}

/** Give a session another token: whoever had copied the old one is out. Returns the new one for the browser. */
export async function renewToken(trx: Trx, sessionId: string): Promise<string> {
  const token = newToken();
  await trx
    .updateTable('sessions')
    .set({ tokenHash: hashToken(token) })
    .where('id', '=', sessionId)
    .execute();
  return token;
}

/** End sessions of an account: all, or all but the one in use. */
export async function revokeSessions(
  trx: Trx,
  parts: Pick<AccountParts, 'clock'>,
  accountId: string,
  exceptSessionId = '',
): Promise<void> {
  await trx
    .updateTable('sessions')
    .set({ revokedAt: isoNow(parts.clock) })
    .where('accountId', '=', accountId)
    .where('id', '<>', exceptSessionId)
    .where('revokedAt', 'is', null)
    .execute();
}

/** Sessions that could still be used. */
export async function listSessions(parts: Pick<AccountParts, 'clock'>, database: Queryable, accountId: string) {
  return await database
    .selectFrom('sessions')
    .select(['id', 'deviceLabel', 'method', 'createdAt', 'lastSeenAt'])
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', isoNow(parts.clock))
    .where('lastSeenAt', '>', isoFromNow(parts.clock, -sessionIdleMs))
    .where('lastSeenAt', '<=', isoFromNow(parts.clock, clockLeewayMs))
    .orderBy('lastSeenAt', 'desc')
    .execute();
}

/** "Firefox on Windows": enough to recognise one's own devices, too little to track anybody. */
function labelDevice(userAgent: string): string {
  const browsers = [['Edg/', 'Edge'], ['OPR/', 'Opera'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']] as const; // prettier-ignore
  const systems = [['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Android', 'Android'], ['Windows', 'Windows'], ['Mac OS X', 'Mac'], ['CrOS', 'Chromebook'], ['Linux', 'Linux']] as const; // prettier-ignore
  const nameIn = (list: readonly (readonly [string, string])[]): string | undefined =>
    list.find(([mark]) => userAgent.includes(mark))?.[1];
  return `${nameIn(browsers) ?? 'A program'} on ${nameIn(systems) ?? 'an unknown device'}`;
}

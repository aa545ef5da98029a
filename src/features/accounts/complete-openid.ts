import * as openid from 'openid-client';
import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import type { Trx } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { sealContext } from '../../store/sealed-columns.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { openAccount } from './accept-invitation.ts';
import { callbackOf, discover, type OpenidChecks } from './begin-openid.ts';
import { useLink } from './links.ts';
import type { OpenidProvider } from './openid-provider.ts';
import type { AccountParts } from './parts.ts';
import { isSessionOpen, startSession, type NewSession } from './sessions.ts';
import { findAccountByEmail, getActiveAccount } from './store.ts';
import { hashToken } from './tokens.ts';

export interface OpenidReturn {
  readonly origin: string;
  readonly query: Readonly<Record<string, unknown>> & { readonly state: string };
  readonly attempt: string | undefined;
  readonly userAgent: string;
}

/** Who the provider says somebody is. */
interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** Only when the provider vouches for it. */
  readonly verifiedEmail: string | undefined;
}

/**
 * The browser came back. Throws `sign-in-failed` for an attempt that is unknown, used, expired or another browser's, and
 * for a person without an account; `provider-failed` when the provider's answer does not hold.
 */
export async function completeOpenid(
  parts: AccountParts,
  provider: OpenidProvider,
  returned: OpenidReturn,
): Promise<NewSession & { readonly linked: boolean }> {
  const checks = await takeAttempt(parts, provider, returned);
  const identity = await askProvider(provider, returned, checks);
  return await withTransaction(parts.database, async (trx) => {
    const accountId = await findOrLink(trx, parts, identity, checks);
    const session = await startSession(trx, parts, { accountId, method: 'openid', userAgent: returned.userAgent });
    await recordAudit(trx, parts.clock, {
      actor: accountId,
      action: 'account/signed-in',
      subject: { kind: 'session', id: session.id },
      detail: { method: provider.id },
    });
    return { ...session, linked: checks.linkTo !== null };
  });
}

/** The checks of an attempt, which is used up by this. */
async function takeAttempt(
  parts: AccountParts,
  provider: OpenidProvider,
  returned: OpenidReturn,
): Promise<OpenidChecks> {
  const stateHash = hashToken(returned.query.state);
  const row = await withTransaction(parts.database, async (trx) => {
    return await trx
      .deleteFrom('openidAttempts')
      .where('stateHash', '=', stateHash)
      .where('provider', '=', provider.id)
      .where('expiresAt', '>', isoNow(parts.clock))
      .returning('sealedChecks')
      .executeTakeFirst();
  });
  if (row === undefined) throw new AppError('sign-in-failed');
  const checks = JSON.parse(parts.sealer.openText(sealContext('openid', stateHash), row.sealedChecks)) as OpenidChecks;
  if (returned.attempt === undefined || hashToken(returned.attempt) !== checks.browserHash) {
    throw new AppError('sign-in-failed');
  }
  return checks;
}

async function askProvider(provider: OpenidProvider, returned: OpenidReturn, checks: OpenidChecks): Promise<Identity> {
  try {
    const address = new URL(callbackOf(returned.origin, provider));
    for (const [name, value] of Object.entries(returned.query)) {
      if (typeof value === 'string') address.searchParams.set(name, value);
    }
    const tokens = await openid.authorizationCodeGrant(await discover(provider), address, {
      pkceCodeVerifier: checks.codeVerifier,
      expectedState: returned.query.state,
      expectedNonce: checks.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims()!;
    if (provider.hostedDomain !== undefined && claims.hd !== provider.hostedDomain) {
      throw new AppError('sign-in-failed');
    }
    // Microsoft calls it xms_edov; without either, anybody could have typed the address.
    const isVerified = claims.email_verified === true || claims.xms_edov === true;
    const verifiedEmail = isVerified && typeof claims.email === 'string' ? claims.email.toLowerCase() : undefined;
    return { issuer: claims.iss, subject: claims.sub, verifiedEmail };
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('provider-failed', { cause: error });
  }
}

/** The account of an identity: known already, or linked now by invitation, by the signed-in person, or by address. */
async function findOrLink(trx: Trx, parts: AccountParts, identity: Identity, checks: OpenidChecks): Promise<string> {
  const known = await trx
    .selectFrom('externalIdentities')
    .select('accountId')
    .where('issuer', '=', identity.issuer)
    .where('subject', '=', identity.subject)
    .executeTakeFirst();
  if (known !== undefined) {
    if (checks.linkTo !== null && checks.linkTo.accountId !== known.accountId) throw new AppError('conflict');
    return (await getActiveAccount(trx, known.accountId)).id;
  }
  const accountId = await chooseAccount(trx, parts, identity, checks);
  const { issuer, subject } = identity;
  await trx
    .insertInto('externalIdentities')
    .values({ id: newId(), accountId, issuer, subject, linkedAt: isoNow(parts.clock) })
    .execute();
  const audited = { kind: 'account', id: accountId } as const;
  await recordAudit(trx, parts.clock, { actor: accountId, action: 'account/identity-linked', subject: audited });
  return accountId;
}

async function chooseAccount(trx: Trx, parts: AccountParts, identity: Identity, checks: OpenidChecks): Promise<string> {
  if (checks.linkTo !== null) {
    // Signed out or reset while at the provider: whoever began it may be the one who was put out.
    if (!(await isSessionOpen(trx, parts, checks.linkTo.sessionId))) throw new AppError('sign-in-failed');
    return (await getActiveAccount(trx, checks.linkTo.accountId)).id;
  }
  if (checks.invitationId !== null) {
    const id = checks.invitationId;
    const link = await trx.selectFrom('invitations').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    await useLink(trx, parts, id);
    return await openAccount(trx, parts, link, null);
  }
  const account =
    identity.verifiedEmail === undefined ? undefined : await findAccountByEmail(trx, identity.verifiedEmail);
  if (account?.state !== 'active') throw new AppError('sign-in-failed');
  return account.id;
}

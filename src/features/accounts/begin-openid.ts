import * as openid from 'openid-client';
import type { SignedIn } from '../../http/signed-in.ts';
import { isoFromNow, isoNow } from '../../lib/clock.ts';
import type { Trx } from '../../store/database.ts';
import { sealContext } from '../../store/sealed-columns.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { getOpenLink } from './links.ts';
import type { OpenidProvider } from './openid-provider.ts';
import type { AccountParts } from './parts.ts';
import { hashToken, newToken } from './tokens.ts';

const attemptMs = 10 * 60_000;

/** What must be the same when the browser comes back. */
export interface OpenidChecks {
  readonly codeVerifier: string;
  readonly nonce: string;
  /** SHA-256 of the browser's attempt secret. */
  readonly browserHash: string;
  /** The invitation to accept, or the account to link and the session that asked for it, or neither. */
  readonly invitationId: string | null;
  readonly linkTo: { readonly accountId: string; readonly sessionId: string } | null;
}

/** The provider's own description of itself, fetched anew for each sign-in, so that rotated keys are never missed. */
export async function discover(provider: OpenidProvider): Promise<openid.Configuration> {
  // Marked as deprecated so that nobody uses it in earnest; it needs a provider marked for tests.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const execute = provider.allowHttp === true ? [openid.allowInsecureRequests] : [];
  return await openid.discovery(new URL(provider.issuer), provider.clientId, provider.clientSecret, undefined, {
    execute,
    timeout: 10,
  });
}

/** Where the provider sends the browser back to. */
export function callbackOf(origin: string, provider: OpenidProvider): string {
  return `${origin}/api/sign-in/${provider.id}/callback`;
}

/** Begin: the provider's address to go to, and the secret for this browser's cookie. Throws `link-invalid`. */
export async function beginOpenid(
  parts: AccountParts,
  provider: OpenidProvider,
  asked: { readonly origin: string; readonly invitation: string | undefined; readonly person: SignedIn | undefined },
): Promise<{ readonly address: string; readonly secret: string }> {
  const { invitation, person, origin } = asked;
  const link = invitation === undefined ? undefined : await getOpenLink(parts.database, parts, invitation);
  const config = await discover(provider);
  const [state, secret] = [newToken(), newToken()];
  const checks: OpenidChecks = {
    codeVerifier: openid.randomPKCECodeVerifier(),
    nonce: openid.randomNonce(),
    browserHash: hashToken(secret),
    invitationId: link?.kind === 'invitation' ? link.id : null,
    linkTo: person === undefined ? null : { accountId: person.accountId, sessionId: person.sessionId },
  };
  await withTransaction(parts.database, (trx) => keepAttempt(trx, parts, provider, state, checks));
  const address = openid.buildAuthorizationUrl(config, {
    redirect_uri: callbackOf(origin, provider),
    scope: 'openid email profile',
    code_challenge: await openid.calculatePKCECodeChallenge(checks.codeVerifier),
    code_challenge_method: 'S256',
    state,
    nonce: checks.nonce,
    ...(provider.hostedDomain === undefined ? {} : { hd: provider.hostedDomain }),
  });
  return { address: address.href, secret };
}

async function keepAttempt(
  trx: Trx,
  parts: AccountParts,
  provider: OpenidProvider,
  state: string,
  checks: OpenidChecks,
): Promise<void> {
  const now = isoNow(parts.clock);
  await trx.deleteFrom('openidAttempts').where('expiresAt', '<', now).execute();
  const stateHash = hashToken(state);
  await trx
    .insertInto('openidAttempts')
    .values({
      stateHash,
      provider: provider.id,
      sealedChecks: parts.sealer.sealText(sealContext('openid', stateHash), JSON.stringify(checks)),
      createdAt: now,
      expiresAt: isoFromNow(parts.clock, attemptMs),
    })
    .execute();
}

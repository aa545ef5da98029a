import { openidEndpoints } from '../../contract/sign-in.ts';
import { route, type Route } from '../../http/route.ts';
import { AppError, toAppError } from '../../lib/app-error.ts';
import { beginOpenid } from './begin-openid.ts';
import { completeOpenid } from './complete-openid.ts';
import type { OpenidProvider } from './openid-provider.ts';
import type { AccountParts } from './parts.ts';

/** Signing in with Microsoft 365 or Google. The browser itself comes here, so a failure leads to a page, not to JSON. */
export function openidRoutes(parts: AccountParts): readonly Route[] {
  const { openidProviders } = parts.settings;
  const getProvider = (id: string): OpenidProvider => {
    const found = openidProviders.find((provider) => provider.id === id);
    if (found === undefined) throw new AppError('not-found');
    return found;
  };
  return [
    route(openidEndpoints.listProviders, () =>
      Promise.resolve({ providers: openidProviders.map(({ id, name }) => ({ id, name })) }),
    ),
    route(openidEndpoints.begin, async ({ params, query, origin, person, startAttempt, redirect }) => {
      const provider = getProvider(params.provider);
      try {
        const asked = { origin, invitation: query.invitation, person };
        const { address, secret } = await beginOpenid(parts, provider, asked);
        startAttempt(secret);
        return redirect(address);
      } catch (error) {
        return redirect(problemPage(parts, provider, error));
      }
    }),
    route(openidEndpoints.complete, async ({ params, query, origin, attempt, userAgent, startSession, redirect }) => {
      const provider = getProvider(params.provider);
      try {
        const session = await completeOpenid(parts, provider, { origin, query, attempt, userAgent });
        startSession(session.token);
        return redirect(session.linked ? '/account' : '/');
      } catch (error) {
        return redirect(problemPage(parts, provider, error));
      }
    }),
  ];
}

/** The sign-in page with the code of what went wrong; it has the words. The log has the cause. */
function problemPage(parts: AccountParts, provider: OpenidProvider, error: unknown): string {
  const { code } = toAppError(error);
  if (code === 'internal' || code === 'provider-failed') {
    parts.log.error('openid-failed', error, { provider: provider.id });
  }
  return `/sign-in?problem=${code === 'internal' ? 'provider-failed' : code}`;
}

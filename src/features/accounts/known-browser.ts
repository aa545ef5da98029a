import type { Sealer } from '../../files/sealer.ts';
import { newId } from '../../lib/new-id.ts';
import { hashToken } from './tokens.ts';

/**
 * A mark for a browser in which somebody has just proved who they are: OWASP's device cookies, against locking people
 * out by guessing. It opens nothing; attempts with it are only counted apart from everybody else's. Nothing is kept of
 * it here, and it holds for this password alone, so that nobody keeps a count of their own through a reset.
 */
export function markBrowser(sealer: Sealer, email: string, passwordHash: string): string {
  return sealer.sealText(contextOf(email, passwordHash), newId()).toString('base64url');
}

/** The browser of a mark, if it was given for this address and the password it has now. */
export function findKnownBrowser(
  sealer: Sealer,
  { email, mark }: { readonly email: string; readonly mark?: string | undefined },
  passwordHash: string | null | undefined,
): string | undefined {
  if (mark === undefined) return undefined;
  try {
    // Also without such an account: the time it takes tells nothing.
    return sealer.openText(contextOf(email, passwordHash ?? ''), Buffer.from(mark, 'base64url'));
  } catch {
    return undefined;
  }
}

function contextOf(email: string, passwordHash: string): string {
  return `known-browser/${hashToken(`${email} ${passwordHash}`)}`;
}

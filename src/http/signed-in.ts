import type { Role } from '../policy/words/role.ts';

/** The person behind a request, as far as routes need to know. */
export interface SignedIn {
  readonly accountId: string;
  readonly sessionId: string;
  readonly roles: readonly Role[];
}

/**
 * Looks a session up by its token; undefined when it is unknown, ended or expired. One that is used lives on; a page that
 * reads again by itself while nobody is at it does not use it. Passed in by the composition.
 */
export type FindSignedIn = (token: string, isUsed: boolean) => Promise<SignedIn | undefined>;

import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits for links and sessions, 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token. A fast hash is enough: tokens are random, so there is nothing to guess. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

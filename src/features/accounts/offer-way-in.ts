import { AppError } from '../../lib/app-error.ts';
import { findAccountByEmail, rolesOf } from './store.ts';
import { offerPasswordReset } from './invite-person.ts';
import type { AccountParts } from './parts.ts';

/**
 * A one-time link for an administrator, from whoever runs the machine: after a restore nobody else can let anybody in, and
 * a school's only administrator may have lost the password. Throws `not-found` for anybody else's address.
 */
export async function offerWayIn(
  parts: Pick<AccountParts, 'database' | 'clock'>,
  origin: string,
  email: string,
): Promise<{ readonly link: string; readonly expiresAt: string }> {
  const account = await findAccountByEmail(parts.database, email.trim().toLowerCase());
  const isAdmin = account?.state === 'active' && (await rolesOf(parts.database, account.id)).includes('admin');
  if (!isAdmin) throw new AppError('not-found', { detail: 'no administrator has this e-mail address' });
  return await offerPasswordReset(parts, null, origin, account.id);
}

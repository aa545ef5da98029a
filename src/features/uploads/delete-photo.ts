import type { SignedIn } from '../../http/signed-in.ts';
import { erasePhoto } from '../../jobs/erase-photo.ts';
import { AppError } from '../../lib/app-error.ts';
import { can } from '../../policy/rights.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { getVisiblePhoto } from './store.ts';
import type { UploadParts } from './parts.ts';

/**
 * Delete a photo and everything made from it, at once: a compromising picture must not wait for anybody. A quarantined
 * one is kept for the safeguarding lead. Throws `not-found`, `not-allowed`, `wrong-state` once released.
 */
export async function deletePhoto(parts: UploadParts, person: SignedIn, photoId: string): Promise<undefined> {
  const files = await withTransaction(parts.database, async (trx) => {
    const photo = await getVisiblePhoto(trx, person, photoId);
    const isLead = person.roles.some((role) => can(role, 'decide-quarantined-photo'));
    if (photo.quarantined === 1 && !isLead) throw new AppError('not-allowed');
    return await erasePhoto(trx, parts.clock, photo, person.accountId);
  });
  for (const file of files) await parts.vault.erase(file);
  return undefined;
}

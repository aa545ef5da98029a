import type { SignedIn } from '../../http/signed-in.ts';
import { erasePhoto } from '../../jobs/erase-photo.ts';
import { AppError } from '../../lib/app-error.ts';
import { canAny } from '../../policy/rights.ts';
import type { Trx } from '../../store/database.ts';
import type { Photo } from '../../store/find-photo.ts';
import { rejectedPictures } from '../../store/rejected-pictures.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { getVisiblePhoto } from './store.ts';
import type { UploadParts } from './parts.ts';

/**
 * Whether the picture is for a person again when it is sent again: somebody else deletes it, or saw on it what the models
 * did not.
 */
async function isForOthersToo(trx: Trx, photo: Photo, person: SignedIn): Promise<boolean> {
  if (photo.uploadedBy !== person.accountId) return true;
  const drawn = await trx
    .selectFrom('drawnFaces')
    .select('id')
    .where('photoId', '=', photo.id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  const seen = await trx
    .selectFrom('lineUpAnswers')
    .select('id')
    .where('photoId', '=', photo.id)
    .where('replacedAt', 'is', null)
    .where('answer', '<>', 'not-here')
    .executeTakeFirst();
  return drawn !== undefined || seen !== undefined;
}

/**
 * Delete a photo and everything made from it, at once: a compromising picture must not wait for anybody. A quarantined
 * one is kept for the safeguarding lead. Throws `not-found`, `not-allowed`, `wrong-state` once released.
 */
export async function deletePhoto(parts: UploadParts, person: SignedIn, photoId: string): Promise<undefined> {
  const files = await withTransaction(parts.database, async (trx) => {
    const photo = await getVisiblePhoto(trx, person, photoId);
    const isLead = canAny(person.roles, 'decide-quarantined-photo');
    if (photo.quarantined === 1 && !isLead) throw new AppError('not-allowed');
    if (await isForOthersToo(trx, photo, person)) await rejectedPictures.remember(trx, parts.clock, photo);
    return await erasePhoto(trx, parts.clock, photo, person.accountId);
  });
  for (const file of files) await parts.vault.erase(file);
  return undefined;
}

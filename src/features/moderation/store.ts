import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { canAny } from '../../policy/rights.ts';
import type { Queryable } from '../../store/database.ts';
import { getPhoto, type Photo } from '../../store/find-photo.ts';

/** Whether a person may handle what only the safeguarding lead may. */
export function isLead(person: SignedIn): boolean {
  return canAny(person.roles, 'decide-quarantined-photo');
}

/** A photo that a moderator may know of. Throws `not-found`, for others than the lead also for a quarantined one. */
export async function getModeratedPhoto(database: Queryable, person: SignedIn, photoId: string): Promise<Photo> {
  const photo = await getPhoto(database, photoId);
  if (photo.quarantined === 1 && !isLead(person)) throw new AppError('not-found');
  return photo;
}

/**
 * A photo that this person may say something about, still as they saw it. Throws `not-found`, `own-upload`,
 * `changed-meanwhile`.
 */
export async function getPhotoToDecide(
  database: Queryable,
  person: SignedIn,
  photoId: string,
  version: number,
): Promise<Photo> {
  const photo = await getModeratedPhoto(database, person, photoId);
  if (photo.uploadedBy === person.accountId) throw new AppError('own-upload');
  if (photo.version !== version) throw new AppError('changed-meanwhile');
  return photo;
}

/** The request for an override that nobody has answered, for this very verdict. */
export async function findOpenOverride(database: Queryable, photo: Pick<Photo, 'id' | 'currentVerdictId'>) {
  if (photo.currentVerdictId === null) return undefined;
  return await database
    .selectFrom('overrides')
    .select(['id', 'askedBy', 'reason'])
    .where('photoId', '=', photo.id)
    .where('verdictId', '=', photo.currentVerdictId)
    .where('answer', 'is', null)
    .orderBy('id')
    .executeTakeFirst();
}

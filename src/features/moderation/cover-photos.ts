import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import type { Database } from '../../store/database.ts';
import { changePicture, type PictureChange } from './change-picture.ts';
import { eachOfMany, type SeenPhoto } from './each-of-many.ts';
import type { ModerationParts } from './parts.ts';
import { readFaces } from './read-faces.ts';
import { restorePicture } from './restore-picture.ts';
import { getPhotoToDecide } from './store.ts';

/**
 * Cover every face of some photos, found or drawn by hand; each has its own result. A new picture is made and checked like
 * any other, and a person must look at it, whatever the check says: a face that was missed is not covered. A photo that is covered or cropped already is
 * refused, so that nobody's work on it is lost.
 */
export function coverPhotos(parts: ModerationParts, person: SignedIn, photos: readonly SeenPhoto[]) {
  return eachOfMany(photos, async (photo) => {
    const change = await coverEveryFaceOf(parts.database, person, photo);
    return await changePicture(parts, person, photo.photoId, change, true);
  });
}

/** Go back to some photos as uploaded; each has its own result. */
export function restorePhotos(parts: ModerationParts, person: SignedIn, photos: readonly SeenPhoto[]) {
  return eachOfMany(photos, ({ photoId, version }) => restorePicture(parts, person, photoId, version));
}

/** Whoever adds or takes back a face meanwhile makes a new version of the photo, and the change is refused. */
async function coverEveryFaceOf(
  database: Database,
  person: SignedIn,
  { photoId, version }: SeenPhoto,
): Promise<PictureChange> {
  const photo = await getPhotoToDecide(database, person, photoId, version);
  if (photo.currentOutputId !== null) {
    throw new AppError('wrong-state', { detail: 'it is covered or cropped already: open it to change that' });
  }
  const { found, drawn } = await readFaces(database, photoId);
  if (found.length + drawn.size === 0) {
    throw new AppError('wrong-state', { detail: 'no face was found in it: open it to cover something by hand' });
  }
  const faces = found.map((_, index) => index + 1);
  return { version, faces, drawnFaces: [...drawn.keys()], areas: [], crop: null };
}

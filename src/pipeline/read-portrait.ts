import type { FileVault } from '../files/file-vault.ts';
import { AppError } from '../lib/app-error.ts';
import type { Queryable } from '../store/database.ts';

/** A pupil's portrait, a JPEG. Who may see it is for the caller to say. Throws `not-found`. */
export async function readPortrait(
  { database, vault }: { readonly database: Queryable; readonly vault: FileVault },
  pupilId: string,
) {
  const row = await database
    .selectFrom('referencePhotos')
    .select('fileId')
    .where('pupilId', '=', pupilId)
    .where('purpose', '=', 'portrait')
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not-found');
  return { mediaType: 'image/jpeg', content: await vault.read({ kind: 'portrait', id: row.fileId }) };
}

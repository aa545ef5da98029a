import type { FileRef } from '../../files/file-vault.ts';
import type { FileAnswer } from '../../http/route.ts';
import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { makePreview } from '../../pipeline/make-preview.ts';
import { getModeratedPhoto } from './store.ts';
import type { ModerationParts } from './parts.ts';

type ShowParts = Pick<ModerationParts, 'database' | 'vault'>;
interface OutputOf {
  readonly photoId: string;
  readonly outputId: string;
}

async function findOutput({ database }: ShowParts, person: SignedIn, { photoId, outputId }: OutputOf) {
  const photo = await getModeratedPhoto(database, person, photoId);
  const row = await database
    .selectFrom('photoOutputs')
    .select(['fileId', 'previewFileId'])
    .where('id', '=', outputId)
    .where('photoId', '=', photo.id)
    .executeTakeFirst();
  if (row === undefined || photo.quarantined === 1) throw new AppError('not-found');
  return row;
}

/** The small picture of a covered or cropped photo. Throws `not-found`. */
export async function previewOutput(parts: ShowParts, person: SignedIn, output: OutputOf): Promise<FileAnswer> {
  const { previewFileId } = await findOutput(parts, person, output);
  if (previewFileId === null) throw new AppError('not-found');
  return { mediaType: 'image/jpeg', content: await parts.vault.read({ kind: 'preview', id: previewFileId }) };
}

/** A larger picture of a covered or cropped photo. Throws `not-found`. */
export async function viewOutput(parts: ShowParts, person: SignedIn, output: OutputOf): Promise<FileAnswer> {
  const { fileId } = await findOutput(parts, person, output);
  if (fileId === null) throw new AppError('not-found');
  return await enlarge(parts, { kind: 'output', id: fileId });
}

/** The small picture of a photo as uploaded. Throws `not-found`, also for a quarantined photo, whoever asks. */
export async function previewOriginal({ database, vault }: ShowParts, person: SignedIn, photoId: string) {
  const { quarantined, previewFileId } = await getModeratedPhoto(database, person, photoId);
  if (quarantined === 1 || previewFileId === null) throw new AppError('not-found');
  return { mediaType: 'image/jpeg', content: await vault.read({ kind: 'preview', id: previewFileId }) };
}

/** A larger picture of a photo to zoom into. Throws `not-found`, also for a quarantined photo, whoever asks. */
export async function viewPhoto(parts: ShowParts, person: SignedIn, photoId: string): Promise<FileAnswer> {
  const photo = await getModeratedPhoto(parts.database, person, photoId);
  if (photo.quarantined === 1 || photo.cleanFileId === null) throw new AppError('not-found');
  return await enlarge(parts, { kind: 'clean', id: photo.cleanFileId });
}

async function enlarge({ vault }: ShowParts, file: FileRef): Promise<FileAnswer> {
  return { mediaType: 'image/jpeg', content: await makePreview(await vault.read(file), 'view') };
}

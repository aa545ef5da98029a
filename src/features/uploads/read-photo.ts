import type { FileAnswer } from '../../http/route.ts';
import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import type { PhotoState } from '../../policy/lifecycle.ts';
import { shownToUploader } from '../../policy/shown-to-uploader.ts';
import type { Database } from '../../store/database.ts';
import { observedIn, readEvidence } from '../../store/evidence-rows.ts';
import { findPhoto, type Photo } from '../../store/find-photo.ts';
import { readVerdict } from '../../store/verdict-rows.ts';
import { getVisiblePhoto, seesQuarantined } from './store.ts';
import type { UploadParts } from './parts.ts';

/** A photo in the words its uploader may read. Throws `not-found`. */
export async function readPhoto(database: Database, person: SignedIn, photoId: string) {
  const photo = await getVisiblePhoto(database, person, photoId);
  const verdict = await readVerdict(database, photo.currentVerdictId);
  const evidence = await readEvidence(database, { photoId, outputId: null });
  const { id, batchId, position, fileName, caption, altText, version } = photo;
  const shown = verdict === null ? null : shownToUploader(verdict.findings);
  return {
    ...{ id, batchId, position, fileName, caption, altText, version },
    state: photo.state as PhotoState,
    verdict: shown?.verdict ?? null,
    hasPreview: photo.previewFileId !== null,
    looksLike: await findShownTwin(database, person, photo),
    widthPx: photo.width,
    heightPx: photo.height,
    findings: [...(shown?.findings ?? [])],
    metadataRemoved: observedIn(evidence, 'metadata')?.summary ?? null,
  };
}

/** The earlier photo that looks the same, if this person may know of it. */
async function findShownTwin(database: Database, person: SignedIn, photo: Photo): Promise<string | null> {
  if (photo.nearDuplicateOf === null) return null;
  const twin = await findPhoto(database, photo.nearDuplicateOf);
  if (twin === undefined) return null;
  return twin.quarantined === 0 || seesQuarantined(person, twin.uploadedBy) ? twin.id : null;
}

/**
 * The small picture, as it would be published: with the covers or the crop that it has by now. Throws `not-found`, also
 * for a quarantined photo, of which there is none.
 */
export async function previewPhoto(
  { database, vault }: UploadParts,
  person: SignedIn,
  photoId: string,
): Promise<FileAnswer> {
  const photo = await getVisiblePhoto(database, person, photoId);
  if (photo.quarantined === 1 || photo.previewFileId === null) throw new AppError('not-found');
  const id = (await findChangedPreview(database, photo)) ?? photo.previewFileId;
  return { mediaType: 'image/jpeg', content: await vault.read({ kind: 'preview', id }) };
}

/** The small picture of the covered or cropped photo, once there is one. */
async function findChangedPreview(database: Database, { currentOutputId }: Photo): Promise<string | null> {
  if (currentOutputId === null) return null;
  const output = await database
    .selectFrom('photoOutputs')
    .select('previewFileId')
    .where('id', '=', currentOutputId)
    .executeTakeFirstOrThrow();
  return output.previewFileId;
}

import { uploadEndpoints } from '../../contract/uploads.ts';
import { route, type Route } from '../../http/route.ts';
import { changeBatchWords } from './change-batch-words.ts';
import { changeText } from './change-text.ts';
import { deletePhoto } from './delete-photo.ts';
import { listBatches } from './list-batches.ts';
import { openBatch } from './open-batch.ts';
import { readBatch } from './read-batch.ts';
import { readForm } from './read-form.ts';
import { previewPhoto, readPhoto } from './read-photo.ts';
import { getVisibleBatch } from './store.ts';
import { submitBatch } from './submit-batch.ts';
import { uploadPhotos } from './upload-photos.ts';
import { watchBatch } from './watch-batch.ts';
import type { UploadParts } from './parts.ts';

/** Batches, their photos, and what became of them, for the people who upload. */
export function uploadRoutes(parts: UploadParts): readonly Route[] {
  const { database } = parts;
  return [
    route(uploadEndpoints.readForm, () => readForm(parts)),
    route(uploadEndpoints.open, ({ person, body }) => openBatch(parts, person.accountId, body)),
    route(uploadEndpoints.list, ({ person, query }) => listBatches(database, person.accountId, query)),
    route(uploadEndpoints.read, ({ person, params }) => readBatch(database, person, params.batchId)),
    route(uploadEndpoints.submit, ({ person, params }) => submitBatch(parts, person, params.batchId)),
    route(uploadEndpoints.upload, ({ person, params, uploads }) =>
      uploadPhotos(parts, person, params.batchId, uploads),
    ),
    route(uploadEndpoints.watch, async ({ person, params, signal }) => {
      await getVisibleBatch(database, person, params.batchId);
      return watchBatch(database, person, params.batchId, signal);
    }),
    route(uploadEndpoints.changeWords, async ({ person, params, body }) => {
      await changeBatchWords(parts, person, params.batchId, body);
      return undefined;
    }),
    route(uploadEndpoints.readPhoto, ({ person, params }) => readPhoto(database, person, params.photoId)),
    route(uploadEndpoints.preview, ({ person, params }) => previewPhoto(parts, person, params.photoId)),
    route(uploadEndpoints.changeText, ({ person, params, body }) => changeText(parts, person, params.photoId, body)),
    route(uploadEndpoints.delete, ({ person, params }) => deletePhoto(parts, person, params.photoId)),
  ];
}

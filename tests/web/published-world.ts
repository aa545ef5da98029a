import { oneFace } from '../features/takedowns/takedown-world.ts';
import { addBatch, addPhoto } from '../features/release/release-world.ts';
import type { TestService } from '../support/service/start-service.ts';

/** A photo of one person, on whose roll the pupil stands alone. */
export async function addPhotoOf(service: TestService, pupilId: string): Promise<string> {
  const batchId = await addBatch(service);
  await service.database.deleteFrom('batchRoll').where('batchId', '=', batchId).execute();
  await service.database.insertInto('batchRoll').values({ batchId, groupKind: 'pupil', groupName: pupilId }).execute();
  await addPhoto(service, batchId, { values: oneFace });
  return batchId;
}

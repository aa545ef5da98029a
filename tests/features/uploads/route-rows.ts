import { uploadEndpoints } from '../../../src/contract/uploads.ts';
import { newId } from '../../../src/lib/new-id.ts';
import { roles } from '../../../src/policy/words/role.ts';
import type { Caller } from '../../support/service/start-service.ts';
import { only, signedIn, type RouteRow, type RouteWorld } from '../../support/service/route-rows.ts';
import { newBatch, startBatch } from './seed.ts';

/** 200 for the uploader (staff) and for those who moderate; for others it is as if there were none. */
const seen = (status: number) => ({ ...signedIn(404), anonymous: 401, staff: status, moderator: status, dsl: status });
const own = (status: number) => ({ ...signedIn(404), anonymous: 401, staff: status });

async function staffBatch({ service }: RouteWorld): Promise<string> {
  return await startBatch(service, await service.signInAs('staff'));
}

/** A photo of the member of staff, not yet screened. */
async function staffPhoto(world: RouteWorld, state = 'flagged'): Promise<{ readonly photoId: string }> {
  const { database, clock, vault, accountIds } = world.service;
  const [photoId, at] = [newId(), clock.now().toISOString()];
  const preview = await vault.write('preview', Buffer.from(`preview of ${photoId}`));
  const { id, kind, bytes, sha256, keyId } = preview;
  await database
    .insertInto('files')
    .values({ id, kind, bytes, sha256, keyId, mediaType: 'image/jpeg', createdAt: at })
    .execute();
  await database
    .insertInto('photos')
    .values({
      ...{
        id: photoId,
        batchId: await staffBatch(world),
        position: 1,
        state,
        fileName: 'a.jpg',
        sha256: 'x',
        bytes: 1,
      },
      ...{ caption: '', altText: '', uploadedBy: accountIds.staff, uploadedAt: at, stateChangedAt: at },
      previewFileId: preview.id,
    })
    .execute();
  return { photoId };
}

function someFile(): FormData {
  const form = new FormData();
  form.append('photo', new Blob(['not a photo']), 'a.jpg');
  return form;
}

/** The uploads feature's part of the route × role table. */
export const uploadRows: readonly RouteRow[] = [
  { endpoint: uploadEndpoints.readForm, expected: signedIn(200) },
  {
    endpoint: uploadEndpoints.open,
    request: async (world) => {
      await staffBatch(world);
      return { body: newBatch };
    },
    expected: only(201, ...roles),
  },
  { endpoint: uploadEndpoints.list, expected: signedIn(200) },
  {
    endpoint: uploadEndpoints.read,
    request: async (world) => ({ params: { batchId: await staffBatch(world) } }),
    expected: seen(200),
  },
  {
    endpoint: uploadEndpoints.submit,
    request: async (world) => {
      const { photoId } = await staffPhoto(world);
      const { batchId } = await world.service.database
        .selectFrom('photos')
        .select('batchId')
        .where('id', '=', photoId)
        .executeTakeFirstOrThrow();
      return { params: { batchId } };
    },
    expected: own(204),
  },
  {
    endpoint: uploadEndpoints.upload,
    request: async (world) => ({ params: { batchId: await staffBatch(world) }, form: someFile() }),
    expected: own(202),
  },
  {
    endpoint: uploadEndpoints.watch,
    request: async (world) => {
      const batchId = await staffBatch(world);
      await world.service.database
        .updateTable('batches')
        .set({ state: 'submitted' })
        .where('id', '=', batchId)
        .execute();
      return { params: { batchId } };
    },
    expected: seen(200),
  },
  {
    endpoint: uploadEndpoints.changeWords,
    request: async (world) => {
      const batchId = await staffBatch(world);
      const { title, caption } = await world.service.database
        .selectFrom('batches')
        .select(['title', 'caption'])
        .where('id', '=', batchId)
        .executeTakeFirstOrThrow();
      return { params: { batchId }, body: { title: 'Summer fair', caption: '', was: { title, caption } } };
    },
    expected: seen(204),
  },
  {
    endpoint: uploadEndpoints.readPhoto,
    request: async (world) => ({ params: await staffPhoto(world) }),
    expected: seen(200),
  },
  {
    endpoint: uploadEndpoints.preview,
    request: async (world) => ({ params: await staffPhoto(world) }),
    expected: seen(200),
  },
  {
    endpoint: uploadEndpoints.changeText,
    request: async (world) => ({
      params: await staffPhoto(world),
      body: { caption: 'Running', altText: '', version: 1 },
    }),
    expected: seen(200),
  },
  {
    endpoint: uploadEndpoints.delete,
    request: async (world) => ({ params: await staffPhoto(world) }),
    expected: seen(204),
  },
] satisfies readonly (RouteRow & { readonly expected: Readonly<Record<Caller, number>> })[];

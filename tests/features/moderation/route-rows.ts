import { answerEndpoints } from '../../../src/contract/moderation-answers.ts';
import { moderationEndpoints } from '../../../src/contract/moderation.ts';
import { newId } from '../../../src/lib/new-id.ts';
import { insertFile } from '../../../src/store/insert-file.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import { only, type RouteRow, type RouteWorld } from '../../support/service/route-rows.ts';
import { demoPhoto, restrict } from '../uploads/seed.ts';
import { addFlagged, reasonInSeal, type Flagged } from './seed.ts';

const byModerators = (status: number) => only(status, 'moderator', 'dsl');
const secrets = [reasonInSeal, 'sealed', 'vector'];
const forbidden = { staff: secrets, office: secrets, moderator: secrets, dsl: ['sealed', 'vector'], admin: secrets };

async function flagged(world: RouteWorld, more: Parameters<typeof addFlagged>[1] = {}): Promise<Flagged> {
  return await addFlagged(world.service, more);
}

const params = ({ photoId }: Flagged) => ({ photoId });

async function withOutputPreview(world: RouteWorld) {
  const { database, clock, vault, accountIds } = world.service;
  const { photoId } = await flagged(world);
  const stored = await vault.write('preview', Buffer.from('picture'));
  const output = await vault.write('output', demoPhoto(1));
  await withTransaction(database, async (trx) => {
    await insertFile(trx, clock, stored, 'image/jpeg');
    await insertFile(trx, clock, output, 'image/jpeg');
  });
  const outputId = newId();
  const recipeJson = JSON.stringify({ heads: [], areas: [], drawnFaces: [], crop: null });
  await database
    .insertInto('photoOutputs')
    .values({
      ...{ id: outputId, photoId, kind: 'cover', recipeJson, checkState: 'passed' },
      ...{ fileId: output.id, previewFileId: stored.id },
      ...{ madeBy: accountIds.moderator, madeAt: clock.now().toISOString() },
    })
    .execute();
  return { photoId, outputId };
}

async function withPortrait(world: RouteWorld) {
  const { database, clock, vault } = world.service;
  const { photoId, pupilId } = await flagged(world);
  const stored = await vault.write('portrait', Buffer.from('picture'));
  await withTransaction(database, (trx) => insertFile(trx, clock, stored, 'image/jpeg'));
  await database
    .insertInto('referencePhotos')
    .values({
      ...{ id: newId(), pupilId, purpose: 'portrait', fileId: stored.id, qualityJson: '{}' },
      addedAt: clock.now().toISOString(),
    })
    .execute();
  return { photoId, pupilId };
}

/** The moderation feature's part of the route × role table. */
export const moderationRows: readonly RouteRow[] = [
  {
    endpoint: moderationEndpoints.queue,
    request: async (world) => {
      await flagged(world);
      return {};
    },
    expected: byModerators(200),
    forbidden,
  },
  {
    endpoint: moderationEndpoints.read,
    request: async (world) => {
      const photo = await flagged(world);
      await restrict(world.service, photo.pupilId, reasonInSeal);
      return { params: params(photo) };
    },
    expected: byModerators(200),
    forbidden,
  },
  {
    endpoint: moderationEndpoints.decide,
    request: async (world) => ({
      params: params(await flagged(world)),
      body: { decision: 'reject', reasonCode: 'quality', note: '', version: 1 },
    }),
    expected: byModerators(200),
  },
  {
    endpoint: moderationEndpoints.decideMany,
    request: async (world) => ({
      body: {
        ...{ decision: 'reject', reasonCode: 'quality', note: '' },
        photos: [{ photoId: (await flagged(world)).photoId, version: 1 }],
      },
    }),
    expected: byModerators(200),
  },
  {
    endpoint: moderationEndpoints.coverMany,
    request: async (world) => ({ body: { photos: [{ photoId: (await flagged(world)).photoId, version: 1 }] } }),
    expected: byModerators(202),
  },
  {
    endpoint: moderationEndpoints.restoreMany,
    request: async (world) => ({ body: { photos: [{ photoId: (await flagged(world)).photoId, version: 1 }] } }),
    expected: byModerators(200),
  },
  {
    endpoint: moderationEndpoints.undo,
    request: async (world) => ({ params: params(await flagged(world, { state: 'rejected' })), body: { version: 1 } }),
    expected: byModerators(200),
  },
  {
    endpoint: moderationEndpoints.readQuarantine,
    request: async (world) => {
      await flagged(world, { isQuarantined: true });
      return {};
    },
    expected: only(200, 'dsl'),
  },
  {
    endpoint: moderationEndpoints.closeQuarantine,
    request: async (world) => ({
      params: params(await flagged(world, { isQuarantined: true })),
      body: { outcome: 'not-of-concern', note: 'A statue', version: 1 },
    }),
    expected: only(204, 'dsl'),
  },
  {
    endpoint: moderationEndpoints.preview,
    request: async (world) => ({ params: params(await flagged(world, { preview: demoPhoto(1) })) }),
    expected: byModerators(200),
  },
  {
    endpoint: moderationEndpoints.view,
    request: async (world) => ({ params: params(await flagged(world)) }),
    expected: byModerators(200),
  },
  {
    endpoint: moderationEndpoints.outputView,
    request: async (world) => ({ params: await withOutputPreview(world) }),
    expected: byModerators(200),
  },
  {
    endpoint: moderationEndpoints.outputPreview,
    request: async (world) => ({ params: await withOutputPreview(world) }),
    expected: byModerators(200),
  },
  {
    endpoint: answerEndpoints.lineUp,
    request: async (world) => {
      const photo = await flagged(world);
      await restrict(world.service, photo.pupilId, reasonInSeal);
      return { params: params(photo) };
    },
    expected: byModerators(200),
    forbidden,
  },
  {
    endpoint: answerEndpoints.portrait,
    request: async (world) => ({ params: await withPortrait(world) }),
    expected: byModerators(200),
  },
  {
    endpoint: answerEndpoints.answerLineUp,
    request: async (world) => {
      const photo = await flagged(world);
      return { params: params(photo), body: { version: 1, answers: [{ pupilId: photo.pupilId, answer: 'not-here' }] } };
    },
    expected: byModerators(200),
  },
  {
    endpoint: answerEndpoints.drawFace,
    request: async (world) => ({
      params: params(await flagged(world)),
      body: { version: 1, box: { x: 10, y: 10, width: 50, height: 50 } },
    }),
    expected: byModerators(200),
  },
  {
    endpoint: answerEndpoints.removeFace,
    request: async (world) => {
      const { photoId } = await flagged(world);
      const { database, clock, accountIds } = world.service;
      const [faceId, drawnAt] = [newId(), clock.now().toISOString()];
      const boxJson = '{"x":1,"y":1,"width":9,"height":9}';
      await database
        .insertInto('drawnFaces')
        .values({ id: faceId, photoId, boxJson, drawnBy: accountIds.moderator, drawnAt })
        .execute();
      return { params: { photoId, faceId }, body: { version: 1 } };
    },
    expected: byModerators(200),
  },
  {
    endpoint: answerEndpoints.notThisPupil,
    request: async (world) => {
      const photo = await flagged(world, { isMatched: true });
      return { params: params(photo), body: { version: 1, face: 1, pupilId: photo.pupilId, reason: 'Taller' } };
    },
    expected: byModerators(200),
  },
  {
    endpoint: answerEndpoints.takeBackDenial,
    request: async (world) => {
      const { photoId, pupilId } = await flagged(world, { isMatched: true });
      const { database, clock, accountIds } = world.service;
      const [saidId, saidAt] = [newId(), clock.now().toISOString()];
      const told = { subject: 'face 1', boxJson: '{"x":1,"y":1,"width":9,"height":9}', reason: 'Taller' };
      await database
        .insertInto('notThisPupil')
        .values({ id: saidId, photoId, pupilId, ...told, saidBy: accountIds.moderator, saidAt })
        .execute();
      return { params: { photoId, saidId }, body: { version: 1 } };
    },
    expected: byModerators(200),
  },
  {
    endpoint: answerEndpoints.askOverride,
    request: async (world) => ({
      params: params(await flagged(world, { isMatched: true })),
      body: { version: 1, reason: 'The parents asked for it' },
    }),
    expected: byModerators(200),
  },
  {
    endpoint: answerEndpoints.answerOverride,
    request: async (world) => {
      const photo = await flagged(world, { isMatched: true });
      const { email } = await world.service.addAccount('moderator');
      const other = await world.service.signIn(email);
      await other.post(`/api/moderation/photos/${photo.photoId}/override`, { version: 1, reason: 'They asked' });
      return { params: params(photo), body: { version: 2, answer: 'refused' } };
    },
    expected: byModerators(200),
  },
  {
    endpoint: answerEndpoints.changePicture,
    request: async (world) => ({
      params: params(await flagged(world)),
      body: { version: 1, faces: [1], drawnFaces: [], areas: [], crop: null },
    }),
    expected: byModerators(202),
  },
  {
    endpoint: answerEndpoints.restorePicture,
    request: async (world) => {
      const photo = await flagged(world);
      const { email } = await world.service.addAccount('moderator');
      const other = await world.service.signIn(email);
      await other.post(`/api/moderation/photos/${photo.photoId}/outputs`, {
        ...{ version: 1, faces: [1], drawnFaces: [], areas: [], crop: null },
      });
      return { params: params(photo), body: { version: 2 } };
    },
    // Its check is under way, and what is being checked is not taken away from under it.
    expected: byModerators(409),
  },
];

import { expect, it } from 'vitest';
import type { Client } from '../../support/service/client.ts';
import { startService, type TestService } from '../../support/service/start-service.ts';
import { settle } from '../release/release-world.ts';
import { demoPhoto } from '../uploads/seed.ts';
import { addFlagged } from './seed.ts';

/** The school chooses another threshold for nudity. */
async function chooseThreshold(service: TestService, nudity: number): Promise<void> {
  const admin = await service.signInAs('admin');
  const { number, rules, handling } = (await admin.get('/api/policy')).json as {
    number: number;
    rules: { attire: object };
    handling: object;
  };
  const changed = { ...rules, attire: { ...rules.attire, nudity } };
  const reply = await admin.post('/api/policy/versions', { basedOn: number, rules: changed, handling, reason: 'Try' });
  expect(reply.status, reply.text).toBe(201);
}

async function filesOnDisk({ vault }: TestService, kind: string): Promise<number> {
  let count = 0;
  for await (const file of vault.list()) if (file.kind === kind) count += 1;
  return count;
}

async function expectQuarantined(moderator: Client, lead: Client, photoId: string): Promise<void> {
  for (const rest of ['', '/view', '/line-up']) {
    expect((await moderator.get(`/api/moderation/photos/${photoId}${rest}`)).status, rest).toBe(404);
  }
  // Nor do a batch's photos and numbers, or where its photos are on their way, tell that there is one more.
  const { batchId } = (await lead.get(`/api/photos/${photoId}`)).json as { readonly batchId: string };
  for (const rest of ['', '/preview']) {
    expect((await moderator.get(`/api/photos/${photoId}${rest}`)).status, rest).toBe(404);
  }
  expect((await moderator.send('DELETE', `/api/photos/${photoId}`)).status).toBe(404);
  const known = async (person: Client) => (await person.get(`/api/batches/${batchId}`)).json;
  expect(await known(moderator)).toMatchObject({ photos: [], counts: { total: 0, flagged: 0 } });
  expect(await known(lead)).toMatchObject({ photos: [{ id: photoId }], counts: { total: 1, flagged: 1 } });
  expect((await moderator.get(`/api/batches/${batchId}/releases/website`)).json).toMatchObject({ photos: [] });
  expect((await moderator.get('/api/moderation/queue')).json).toMatchObject({ items: [] });
  expect((await lead.get('/api/moderation/quarantine')).json).toMatchObject({ photos: [{ photoId }] });
  expect((await lead.get(`/api/photos/${photoId}/preview`)).status).toBe(404);
}

it('takes in a photo that only new thresholds find, and its small picture goes from the disk', async () => {
  const service = await startService();
  const [moderator, lead] = [await service.signInAs('moderator'), await service.signInAs('dsl')];
  const { photoId } = await addFlagged(service, { preview: demoPhoto(1), observed: { nudity: { score: 0.4 } } });
  expect((await moderator.get(`/api/photos/${photoId}/preview`)).status).toBe(200);
  expect(await filesOnDisk(service, 'preview')).toBe(1);
  await chooseThreshold(service, 0.3);
  await settle(service);
  await expectQuarantined(moderator, lead, photoId);
  expect(await filesOnDisk(service, 'preview')).toBe(0);
});

it('takes in a photo that only its crop gives away', { timeout: 120_000 }, async () => {
  const service = await startService();
  const [moderator, lead] = [await service.signInAs('moderator'), await service.signInAs('dsl')];
  const { photoId } = await addFlagged(service, { preview: demoPhoto(1), observed: { nudity: { score: 0 } } });
  // So low that the real net's figure for the crop, of clothed adults, lies above it.
  await chooseThreshold(service, 0.000_001);
  await settle(service);
  const state = await moderator.get(`/api/moderation/photos/${photoId}`);
  const { version } = state.json as { version: number };
  const crop = { x: 0, y: 0, width: 600, height: 500 };
  const change = { version, faces: [], drawnFaces: [], areas: [], crop };
  expect((await moderator.post(`/api/moderation/photos/${photoId}/outputs`, change)).status).toBe(202);
  const isChecked = async (): Promise<boolean> =>
    (await moderator.get(`/api/moderation/photos/${photoId}`)).status === 404;
  await expect.poll(isChecked, { timeout: 90_000, interval: 300 }).toBe(true);
  await settle(service);
  await expectQuarantined(moderator, lead, photoId);
  expect(await filesOnDisk(service, 'preview')).toBe(0);
  const outputs = await service.database.selectFrom('photoOutputs').select('id').execute();
  const output = `/api/moderation/photos/${photoId}/outputs/${outputs[0]!.id}`;
  for (const who of [moderator, lead]) {
    for (const rest of ['/view', '/preview']) expect((await who.get(output + rest)).status).toBe(404);
  }
});

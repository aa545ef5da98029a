import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import type { Client } from '../../support/service/client.ts';
import { startService, type TestService } from '../../support/service/start-service.ts';
import { addPhoto, readyWorld, releaseAll, settle } from '../release/release-world.ts';
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

it('is no business of an administrator who tries thresholds or has everything judged again', async () => {
  const service = await startService();
  const [admin, lead] = [await service.signInAs('admin'), await service.signInAs('dsl')];
  const { photoId } = await addFlagged(service, { preview: demoPhoto(1), observed: { nudity: { score: 0.4 } } });
  const { rules } = (await lead.get('/api/policy')).json as { rules: { attire: object } };
  const tryOn = async (person: Client, nudity: number) => {
    const { match, faces, prominence, attire, text, copyrightHolders } = rules as Record<string, object>;
    const tried = { match, faces, prominence, attire: { ...attire, nudity }, text, copyrightHolders };
    const reply = await person.post('/api/replay/preview', { rules: tried, days: 30 });
    expect(reply.status, reply.text).toBe(200);
    return reply.json;
  };
  // How many it would concern is what thresholds are tried for; which ones would tell how likely each photo is.
  const change = { photoId, before: 'review', after: 'block' };
  expect(await tryOn(lead, 0.3)).toMatchObject({ judged: 1, moreBlocked: 1, changes: [change] });
  expect(await tryOn(admin, 0.3)).toMatchObject({ judged: 1, moreBlocked: 1, changes: [] });
  await chooseThreshold(service, 0.3);
  await settle(service);
  expect(await tryOn(lead, 0.9)).toMatchObject({ judged: 1, fewerBlocked: 1, changes: [{ photoId }] });
  expect(await tryOn(admin, 0.9)).toMatchObject({ judged: 0, fewerBlocked: 0, changes: [] });
  expect((await lead.post('/api/replay')).json).toEqual({ photos: 1 });
  expect((await admin.post('/api/replay')).json).toEqual({ photos: 0 });
});

describe('a photo that new thresholds find when it is out', () => {
  /** Released, and posted by nobody yet; then the school chooses a threshold that finds it. */
  async function releasedAndFound(service: TestService) {
    const { batchId, photoId, pupilId } = await readyWorld(service, await service.signInAs('admin'));
    const found = await addPhoto(service, batchId, { values: { nudity: { score: 0.4 } }, demo: 2 });
    await releaseAll(service, batchId);
    const releases = (await (await service.signInAs('office')).get('/api/ledger')).json as {
      items: { id: string; photoId: string }[];
    };
    const { id: releaseId } = releases.items.find((one) => one.photoId === found)!;
    const picture = `/api/releases/${releaseId}/picture`;
    expect((await (await service.signInAs('office')).get(picture)).status).toBe(200);
    await chooseThreshold(service, 0.3);
    await settle(service);
    return { batchId, photoId, found, releaseId, picture, pupilId };
  }

  it('must come down, is a case for the lead, and nobody sees it any more', async () => {
    const service = await startService();
    const { found, picture, releaseId } = await releasedAndFound(service);
    const lead = await service.signInAs('dsl');
    for (const role of ['office', 'moderator', 'dsl'] as const) {
      expect([role, (await (await service.signInAs(role)).get(picture)).status]).toEqual([role, 404]);
    }
    expect((await (await service.signInAs('moderator')).get(`/api/moderation/photos/${found}`)).status).toBe(404);
    expect((await lead.get(`/api/ledger/${releaseId}`)).json).toMatchObject({ photoId: null });
    const { photos } = (await lead.get('/api/moderation/quarantine')).json as {
      photos: { photoId: string; reasons: string[]; version: number }[];
    };
    expect(photos).toMatchObject([
      { photoId: found, reasons: expect.arrayContaining([expect.stringContaining('nudity')]) as string[] },
    ]);
    expect((await lead.get('/api/takedowns')).json).toMatchObject({ items: [{ releaseId, cause: 'replay' }] });
    // Judged again, it is neither a second case nor a second task.
    await lead.post('/api/replay');
    await settle(service);
    expect((await lead.get('/api/moderation/quarantine')).json).toMatchObject({ photos: [{ photoId: found }] });
  });

  it.each(['not-of-concern', 'deleted'] as const)('stays a takedown when its case ends: %s', async (outcome) => {
    const service = await startService();
    const { found, releaseId } = await releasedAndFound(service);
    const lead = await service.signInAs('dsl');
    const { photos } = (await lead.get('/api/moderation/quarantine')).json as { photos: { version: number }[] };
    const body = { outcome, note: 'Looked into', version: photos[0]!.version };
    const before = await filesOnDisk(service, 'release');
    const reply = await lead.post(`/api/moderation/quarantine/${found}`, body);
    expect(reply.status, reply.text).toBe(204);
    expect((await lead.get('/api/moderation/quarantine')).json).toEqual({ photos: [] });
    expect(await filesOnDisk(service, 'release')).toBe(outcome === 'deleted' ? before - 1 : before);
    const { items } = (await lead.get('/api/takedowns')).json as { items: { id: string; releaseId: string }[] };
    expect(items).toMatchObject([{ releaseId }]);
    const done = { outcome: 'removed', note: '' };
    expect((await lead.post(`/api/takedowns/${items[0]!.id}/done`, done)).status).toBe(204);
    expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
  });

  it('is found among the rejected ones, too', async () => {
    const service = await startService();
    const moderator = await service.signInAs('moderator');
    const { photoId } = await addFlagged(service, { preview: demoPhoto(1), observed: { nudity: { score: 0.4 } } });
    const { version } = (await moderator.get(`/api/moderation/photos/${photoId}`)).json as { version: number };
    const reject = { decision: 'reject', version, reasonCode: 'quality', note: '' };
    const reply = await moderator.post(`/api/moderation/photos/${photoId}/decision`, reject);
    expect(reply.status, reply.text).toBeLessThan(300);
    expect((await moderator.get(`/api/photos/${photoId}/preview`)).status).toBe(200);
    await chooseThreshold(service, 0.3);
    await settle(service);
    expect((await moderator.get(`/api/photos/${photoId}/preview`)).status).toBe(404);
    expect((await moderator.get(`/api/moderation/photos/${photoId}`)).status).toBe(404);
    expect(await filesOnDisk(service, 'preview')).toBe(0);
  });
});

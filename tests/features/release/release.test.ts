import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { faceAt } from '../../policy/evidence-of.ts';
import { readZip } from '../../support/read-zip.ts';
import { startService } from '../../support/service/start-service.ts';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import { addBatch, addConsent, addPhoto, addPupil, approve, readyWorld, releaseAll, settle } from './release-world.ts';
import type { Client } from '../../support/service/client.ts';

async function fetchZip(client: Client, batchId: string, channelId: string): Promise<ReadonlyMap<string, Buffer>> {
  const response = await fetch(`${client.origin}/api/batches/${batchId}/releases/${channelId}/photos.zip`, {
    headers: { cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  expect(response.status).toBe(200);
  return await readZip(Buffer.from(await response.arrayBuffer()));
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('releasing', () => {
  it('streams exactly the stored bytes with a manifest, resized and clean', async () => {
    const service = await startService();
    const admin = await service.signInAs('admin');
    const { batchId, pupilId, consentId } = await readyWorld(service, admin);
    await addPhoto(service, batchId, { altText: '=1+1', demo: 2 });
    await releaseAll(service, batchId);
    const staff = await service.signInAs('staff');
    const files = await fetchZip(staff, batchId, 'website');
    const manifest = JSON.parse(files.get('manifest.json')!.toString()) as {
      photos: { file: string; sha256: string; altText: string; release: string }[];
    };
    expect(manifest.photos).toHaveLength(2);
    for (const photo of manifest.photos) {
      const bytes = files.get(photo.file)!;
      expect(sha256(bytes)).toBe(photo.sha256);
      const { width, height, exif, icc } = await sharp(bytes).metadata();
      expect([Math.max(width, height), exif, icc]).toEqual([1600, undefined, undefined]);
      expect(photo.file).toBe(`2026-03-02-website-${photo.release.toLowerCase()}.jpg`);
    }
    expect(files.get('manifest.csv')!.toString()).toContain(",'=1+1,");
    const moderator = await service.signInAs('moderator');
    const entry = (await moderator.get(`/api/ledger/${manifest.photos[0]!.release}`)).json as { consents: object[] };
    expect(entry.consents).toMatchObject([{ pupilId, consentId, how: 'roll', lastName: 'Quennell' }]);
    const stored = await fetch(`${service.origin}/api/releases/${manifest.photos[0]!.release}/picture`, {
      headers: { cookie: [...moderator.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    expect(sha256(Buffer.from(await stored.arrayBuffer()))).toBe(manifest.photos[0]!.sha256);
    expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
  });

  it('names nothing so that a photo held back leaves a gap, nor names it anew when it is asked for again', async () => {
    const service = await startService();
    const { batchId } = await readyWorld(service, await service.signInAs('admin'), ['website', 'newsletter']);
    const held = await addPhoto(service, batchId);
    await addPhoto(service, batchId);
    await service.database.updateTable('photos').set({ state: 'flagged' }).where('id', '=', held).execute();
    const namesOn = async (channelId: string) => {
      await releaseAll(service, batchId, channelId);
      const files = await fetchZip(await service.signInAs('staff'), batchId, channelId);
      return [...files.keys()].filter((name) => name.endsWith('.jpg'));
    };
    const first = await namesOn('website');
    // Nothing is left of a name but what every photo of the day has, and the number of the release in the ledger.
    const releases = await service.database.selectFrom('releases').select(['id', 'photoId']).orderBy('id').execute();
    expect(first).toEqual(releases.map(({ id }) => `2026-03-02-website-${id.toLowerCase()}.jpg`));
    expect([...first].sort()).toEqual(first);
    for (const { photoId } of releases) expect(first.join()).not.toContain(photoId!.slice(-4).toLowerCase());
    expect(await namesOn('website')).toEqual(first);
    const elsewhere = await namesOn('newsletter');
    expect(new Set([...first, ...elsewhere].map((name) => name.replace('newsletter', 'website'))).size).toBe(4);
    await service.database.updateTable('photos').set({ state: 'clear' }).where('id', '=', held).execute();
    const later = await namesOn('website');
    expect([later.length, later.slice(0, 2)]).toEqual([3, first]);
  });

  it('refuses a stale list and a channel that is closed', async () => {
    const service = await startService();
    const admin = await service.signInAs('admin');
    const { batchId } = await readyWorld(service, admin);
    service.clock.advance(15 * 86_400_000);
    const staff = await service.signInAs('staff');
    const order = { channelId: 'website' };
    const stale = await staff.post(`/api/batches/${batchId}/releases`, order);
    expect([stale.status, stale.text]).toEqual([409, expect.stringContaining('register-stale')]);
    await (await service.signInAs('admin')).post('/api/channels/website/close', { reason: 'Not used' });
    const closed = await staff.post(`/api/batches/${batchId}/releases`, order);
    expect(closed.text).toContain('channel-not-open');
  });

  it('stops a clear photo when somebody came onto the register after the verdict', async () => {
    const service = await startService();
    const { batchId, photoId, pupilId } = await readyWorld(service, await service.signInAs('admin'));
    // A face makes it a photo of people, so that an unmatched pupil is not ruled out by an empty picture.
    const withFace = await addPhoto(service, batchId, {
      values: { faces: [faceAt(200)], match: { compared: [], faces: [{ incomparable: null, candidates: [] }] } },
    });
    await addConsent(service, pupilId, { answer: 'refused' });
    const staff = await service.signInAs('staff');
    const reply = await staff.post(`/api/batches/${batchId}/releases`, { channelId: 'website' });
    expect(reply.json).toEqual({ queued: 2, alreadyThere: 0 });
    await settle(service);
    const rows = await service.database.selectFrom('releases').select('photoId').execute();
    expect(rows).toEqual([{ photoId }]);
    const photo = await service.database.selectFrom('photos').select('state').where('id', '=', withFace).execute();
    expect(photo).toEqual([{ state: 'flagged' }]);
  });

  it('lets an approved photo out with what was agreed to, and stops it for anything more', async () => {
    const service = await startService();
    const { batchId } = await readyWorld(service, await service.signInAs('admin'));
    const barred = await addPupil(service, { first: 'Ottoline', last: 'Marchbanks' });
    const other = await addPupil(service, { first: 'Peregrine', last: 'Absolom' });
    await addConsent(service, other);
    const values = {
      faces: [faceAt(200)],
      match: { compared: [], faces: [{ incomparable: null, candidates: [] }] },
    };
    const [first, second] = [
      await addPhoto(service, batchId, { values }),
      await addPhoto(service, batchId, { values }),
    ];
    await approve(service, first);
    await approve(service, second);
    const staff = await service.signInAs('staff');
    await staff.post(`/api/batches/${batchId}/releases`, { channelId: 'website', photoIds: [first] });
    await settle(service);
    await addConsent(service, other, { answer: 'refused' });
    await staff.post(`/api/batches/${batchId}/releases`, { channelId: 'website', photoIds: [second] });
    await settle(service);
    const states = await service.database.selectFrom('photos').select(['id', 'state']).orderBy('id').execute();
    expect(states.find(({ id }) => id === first)?.state).toBe('released');
    expect(states.find(({ id }) => id === second)?.state).toBe('flagged');
    expect(barred).not.toBe(other);
  });

  it('leaves out of a download what was prepared before a permission ended', async () => {
    const service = await startService();
    const { batchId, pupilId } = await readyWorld(service, await service.signInAs('admin'));
    await addPhoto(service, batchId, {
      values: { faces: [faceAt(200)], match: { compared: [], faces: [{ incomparable: null, candidates: [] }] } },
      demo: 2,
    });
    await releaseAll(service, batchId);
    await addConsent(service, pupilId, { answer: 'refused' });
    const files = await fetchZip(await service.signInAs('staff'), batchId, 'website');
    expect([...files.keys()].filter((name) => name.endsWith('.jpg'))).toHaveLength(1);
  });

  it('applies names or images to the words again at release', async () => {
    const service = await startService();
    const { batchId, pupilId } = await readyWorld(service, await service.signInAs('admin'));
    const values = {
      faces: [faceAt(200)],
      match: { compared: [], faces: [{ incomparable: null, candidates: [] }] },
    };
    const photoId = await addPhoto(service, batchId, { values });
    await service.database
      .updateTable('photos')
      .set({ altText: 'Wilhelmina Quennell wins the race' })
      .where('id', '=', photoId)
      .execute();
    expect(pupilId).toBeTruthy();
    const staff = await service.signInAs('staff');
    await staff.post(`/api/batches/${batchId}/releases`, { channelId: 'website', photoIds: [photoId] });
    await settle(service);
    const row = await service.database.selectFrom('releases').select('id').where('photoId', '=', photoId).execute();
    expect(row).toEqual([]);
  });
});

describe('a pupil who has left since the event', () => {
  it('is still looked for, so that nothing of them leaves', async () => {
    const service = await startService();
    const { batchId } = await readyWorld(service, await service.signInAs('admin'));
    const pupilId = await addPupil(service, { first: 'Ottoline', last: 'Marchbanks' });
    await service.database.updateTable('pupils').set({ leftOn: '2026-03-03' }).where('id', '=', pupilId).execute();
    const dsl = await service.signInAs('dsl');
    const restriction = { reason: 'Moved away from him', startsOn: '2026-03-02', endsOn: null };
    expect((await dsl.post(`/api/pupils/${pupilId}/restrictions`, restriction)).status).toBe(201);
    service.clock.set('2026-03-05T12:00:00.000Z');
    const values = { faces: [faceAt(200)], match: { compared: [], faces: [{ incomparable: null, candidates: [] }] } };
    const photoId = await addPhoto(service, batchId, { values });
    const moderator = await service.signInAs('moderator');
    const { state, lineUpLeft, version } = (await moderator.get(`/api/moderation/photos/${photoId}`)).json as {
      state: string;
      lineUpLeft: number;
      version: number;
    };
    expect([state, lineUpLeft]).toEqual(['flagged', 1]);
    const answers = [{ pupilId, answer: 'here' }];
    const path = `/api/moderation/photos/${photoId}`;
    expect((await moderator.post(`${path}/line-up`, { version, answers })).json).toMatchObject({ verdict: 'block' });
    expect((await moderator.get(path)).json).toMatchObject({ block: 'restricted' });
    // An event after they left does not ask for them.
    const later = await addPhoto(service, await addBatch(service), { values });
    expect((await moderator.get(`/api/moderation/photos/${later}`)).json).toMatchObject({ state: 'clear' });
  });
});

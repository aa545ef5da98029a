import { describe, expect, it } from 'vitest';
import type { Client, Reply } from '../../support/service/client.ts';
import { startService, type TestService } from '../../support/service/start-service.ts';
import { faceAt } from '../../policy/evidence-of.ts';
import { addBatch, addPhoto, approve, readyWorld, releaseAll, settle } from './release-world.ts';

const oneFace = { faces: [faceAt(200)], match: { compared: [], faces: [{ incomparable: null, candidates: [] }] } };

/** A photo of people is out on the website and bound for the newsletter too; the pupil stands alone on its roll. */
async function outOnOne(service: TestService, caption = '') {
  const channels = ['website', 'newsletter'];
  const { pupilId } = await readyWorld(service, await service.signInAs('admin'), channels);
  const batchId = await addBatch(service, channels);
  await service.database.updateTable('batches').set({ caption }).where('id', '=', batchId).execute();
  await service.database.deleteFrom('batchRoll').where('batchId', '=', batchId).execute();
  await service.database.insertInto('batchRoll').values({ batchId, groupKind: 'pupil', groupName: pupilId }).execute();
  const photoId = await addPhoto(service, batchId, { values: oneFace });
  if (caption !== '') await approve(service, photoId);
  const releaseId = await releaseAll(service, batchId, 'website');
  const staff = await service.signInAs('staff');
  return { pupilId, batchId, photoId, releaseId, staff };
}

async function stateOn(staff: Client, batchId: string, channelId: string): Promise<string | undefined> {
  const { json } = await staff.get(`/api/batches/${batchId}/releases/${channelId}`);
  return (json as { photos: { state: string }[] }).photos[0]?.state;
}

const prepare = (staff: Client, batchId: string, channelId: string, photoIds?: readonly string[]): Promise<Reply> =>
  staff.post(`/api/batches/${batchId}/releases`, { channelId, ...(photoIds === undefined ? {} : { photoIds }) });

async function releasesOn({ database }: TestService, batchId: string, channelId: string): Promise<number> {
  const rows = database.selectFrom('releases').select('id').where('batchId', '=', batchId);
  return (await rows.where('channelId', '=', channelId).execute()).length;
}

describe('a photo that is out on one of two channels', () => {
  it('is said not to be for the other as soon as a permission for that one has ended', async () => {
    const service = await startService();
    const { pupilId, batchId, photoId, staff } = await outOnOne(service);
    expect(await stateOn(staff, batchId, 'newsletter')).toBe('ready');
    const office = await service.signInAs('office');
    const withdrawal = { channelId: 'newsletter', answer: 'withdrawn', basis: 'consent', validFrom: '2026-03-02' };
    const who = { validUntil: null, guardianId: null, givenBy: 'Mother', method: 'letter', evidenceReference: null };
    expect((await office.post(`/api/pupils/${pupilId}/consents`, { ...withdrawal, ...who })).status).toBe(201);
    await settle(service);
    expect(await stateOn(staff, batchId, 'newsletter')).toBe('not-ready');
    expect((await prepare(staff, batchId, 'newsletter')).json).toEqual({ queued: 0, alreadyThere: 0 });
    expect((await prepare(staff, batchId, 'newsletter', [photoId])).text).toContain('neither clear nor approved');
    expect(await stateOn(staff, batchId, 'website')).toBe('released');
  });

  it('does not go back by itself to the one it was taken down from', async () => {
    const service = await startService();
    const { batchId, photoId, releaseId, staff } = await outOnOne(service);
    await releaseAll(service, batchId, 'newsletter');
    const moderator = await service.signInAs('moderator');
    const asked = await moderator.post(`/api/releases/${releaseId}/takedown`);
    expect(await stateOn(staff, batchId, 'website'), 'while it is due').toBe('taken-down');
    const { id } = asked.json as { id: string };
    await staff.post(`/api/takedowns/${id}/done`, { outcome: 'removed', note: '' });
    expect(await stateOn(staff, batchId, 'website')).toBe('taken-down');
    expect(await stateOn(staff, batchId, 'newsletter')).toBe('released');
    expect((await prepare(staff, batchId, 'website')).json).toEqual({ queued: 0, alreadyThere: 0 });
    expect((await prepare(staff, batchId, 'website', [photoId])).status).toBe(409);
    expect(await releasesOn(service, batchId, 'website')).toBe(1);
  });

  it('leaves for the other with the words that were agreed to, and with no others', async () => {
    const service = await startService();
    const caption = 'Ask the office, 029 2018 0123';
    const { batchId, photoId, staff } = await outOnOne(service, caption);
    const change = async (from: string, to: string): Promise<void> => {
      const title = 'Spring fair';
      const body = { title, caption: to, was: { title, caption: from } };
      const reply = await staff.send('PUT', `/api/batches/${batchId}/words`, { body });
      expect(reply.status, reply.text).toBe(204);
    };
    const hers = 'Ask Tilly, 07700 900123';
    await change(caption, hers);
    expect(await stateOn(staff, batchId, 'newsletter')).toBe('not-ready');
    expect((await prepare(staff, batchId, 'newsletter', [photoId])).status).toBe(409);
    await change(hers, caption);
    expect(await stateOn(staff, batchId, 'newsletter')).toBe('ready');
    await releaseAll(service, batchId, 'newsletter');
    expect(await releasesOn(service, batchId, 'newsletter')).toBe(1);
  });
});

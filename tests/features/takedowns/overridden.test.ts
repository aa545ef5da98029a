import { describe, expect, it } from 'vitest';
import type { Client } from '../../support/service/client.ts';
import { faceAt } from '../../policy/evidence-of.ts';
import { startService, type TestService } from '../../support/service/start-service.ts';
import { addBatch, addPhoto, addPupil, confirmList, releaseAll, settle } from '../release/release-world.ts';
import { openChannel } from '../setup/application.ts';

const incomparable = null;

/** A photo in which a pupil without any answer is likely seen; two moderators have overridden it. */
async function overridden(service: TestService) {
  await openChannel(service, await service.signInAs('admin'), 'website');
  await confirmList(service);
  const [pupilId, otherId] = [
    await addPupil(service, { first: 'Zebedee', last: 'Quillfeather' }),
    await addPupil(service, { first: 'Ottoline', last: 'Marchbanks' }),
  ];
  const office = await service.signInAs('office');
  await say(office, otherId, 'permitted');
  const batchId = await addBatch(service);
  const faces = [0.9, 0.05].map((score) => ({
    incomparable,
    candidates: [
      { pupil: pupilId, score },
      { pupil: otherId, score: 0.95 - score },
    ],
  }));
  const match = { compared: [pupilId, otherId], faces };
  const photoId = await addPhoto(service, batchId, { values: { faces: [faceAt(100), faceAt(400)], match } });
  const path = `/api/moderation/photos/${photoId}`;
  const first = await service.signInAs('moderator');
  const second = await service.signIn((await service.addAccount('moderator')).email);
  const asked = await first.post(`${path}/override`, { version: 2, reason: 'Both parents phoned' });
  expect(asked.status, asked.text).toBe(200);
  const agreed = await second.post(`${path}/override/answer`, { version: 3, answer: 'agreed' });
  expect(agreed.json, agreed.text).toMatchObject({ state: 'approved' });
  return { pupilId, otherId, batchId, photoId, office };
}

async function say(
  office: Client,
  pupilId: string,
  answer: 'permitted' | 'refused' | 'withdrawn',
  from = '2026-03-02',
) {
  const reply = await office.post(`/api/pupils/${pupilId}/consents`, {
    ...{ channelId: null, answer, basis: 'consent', validFrom: from },
    ...{ validUntil: answer === 'permitted' ? '2027-02-28' : null },
    ...{ guardianId: null, givenBy: 'Mother', method: 'letter', evidenceReference: null },
  });
  expect(reply.status, reply.text).toBe(201);
}

async function judgeAgain(service: TestService): Promise<void> {
  expect((await (await service.signInAs('dsl')).post('/api/replay')).status).toBe(202);
  await settle(service);
}

async function causes(service: TestService): Promise<readonly (string | null)[]> {
  const { items } = (await (await service.signInAs('dsl')).get('/api/takedowns')).json as {
    items: { cause: string | null }[];
  };
  return items.map(({ cause }) => cause);
}

async function stateOf(service: TestService, photoId: string): Promise<string> {
  const row = await service.database.selectFrom('photos').select('state').where('id', '=', photoId).execute();
  return row[0]!.state;
}

describe('a photo released on an override', () => {
  it('stays while nothing new is recorded, also after a night', async () => {
    const service = await startService();
    const { batchId, photoId } = await overridden(service);
    await releaseAll(service, batchId);
    await judgeAgain(service);
    service.clock.advance(86_400_000);
    await judgeAgain(service);
    expect(await causes(service)).toEqual([]);
    expect(await stateOf(service, photoId)).toBe('released');
    const staff = await service.signInAs('staff');
    expect((await staff.get(`/api/batches/${batchId}/releases/website/photos.zip`)).status).toBe(200);
  });

  it.each(['refused', 'withdrawn'] as const)('comes down when the parent has %s since', async (answer) => {
    const service = await startService();
    const { batchId, pupilId, office } = await overridden(service);
    await releaseAll(service, batchId);
    await say(office, pupilId, answer);
    const staff = await service.signInAs('staff');
    expect((await staff.get(`/api/batches/${batchId}/releases/website/photos.zip`)).status).toBe(404);
    await settle(service);
    expect(await causes(service)).toEqual(['withdrawn']);
  });

  it('comes down when the same answer is given once more', async () => {
    const service = await startService();
    const { batchId, pupilId, office } = await overridden(service);
    await say(office, pupilId, 'refused');
    await settle(service);
    const photo = await service.database
      .selectFrom('photos')
      .select(['id', 'version', 'state'])
      .executeTakeFirstOrThrow();
    expect(photo.state).toBe('flagged');
    const path = `/api/moderation/photos/${photo.id}`;
    const first = await service.signInAs('moderator');
    const second = await service.signIn((await service.addAccount('moderator')).email);
    await first.post(`${path}/override`, { version: photo.version, reason: 'Said yes by phone' });
    await second.post(`${path}/override/answer`, { version: photo.version + 1, answer: 'agreed' });
    await releaseAll(service, batchId);
    await judgeAgain(service);
    expect(await causes(service)).toEqual([]);
    await say(office, pupilId, 'refused');
    await settle(service);
    expect(await causes(service)).toEqual(['withdrawn']);
  });

  it('comes down for an answer that counts from a later day, on that day', async () => {
    const service = await startService();
    const { batchId, pupilId, office } = await overridden(service);
    await releaseAll(service, batchId);
    await say(office, pupilId, 'refused', '2026-03-04');
    await settle(service);
    expect(await causes(service)).toEqual([]);
    service.clock.set('2026-03-04T12:00:00.000Z');
    await settle(service);
    expect(await causes(service)).toEqual(['withdrawn']);
  });

  it('comes down for a restriction', async () => {
    const service = await startService();
    const { batchId, pupilId } = await overridden(service);
    await releaseAll(service, batchId);
    const dsl = await service.signInAs('dsl');
    const restriction = { reason: 'Court order', startsOn: '2026-03-02', endsOn: null };
    expect((await dsl.post(`/api/pupils/${pupilId}/restrictions`, restriction)).status).toBe(201);
    await settle(service);
    expect(await causes(service)).toEqual(['restricted']);
  });

  it('comes down for another pupil in it, and when the pupil leaves', async () => {
    const service = await startService();
    const { batchId, otherId, office } = await overridden(service);
    await releaseAll(service, batchId);
    await say(office, otherId, 'withdrawn');
    await settle(service);
    expect(await causes(service)).toEqual(['withdrawn']);

    const another = await startService();
    const world = await overridden(another);
    await releaseAll(another, world.batchId);
    await another.database
      .updateTable('pupils')
      .set({ leftOn: '2026-03-02' })
      .where('id', '=', world.pupilId)
      .execute();
    another.clock.set('2026-03-04T12:00:00.000Z');
    await settle(another);
    expect(await causes(another)).toEqual(['left']);
  });

  it('does not leave at all when something is recorded between the override and the release', async () => {
    const service = await startService();
    const { batchId, pupilId, photoId } = await overridden(service);
    // Written without the job that would flag it, so that the release itself must notice.
    await service.database
      .insertInto('consents')
      .values({
        ...{ id: '7ZZZZZZZZZZZZZZZZZZZZZZZZZ', pupilId, channelId: null, answer: 'refused', basis: 'consent' },
        ...{ validFrom: '2026-03-02', validUntil: '9999-12-31', guardianId: null, givenBy: 'Mother', method: 'letter' },
        ...{ evidenceReference: null, evidenceFileId: null, recordedAt: '2026-03-02T09:00:00.000Z' },
        ...{ recordedBy: service.accountIds.office, importId: null },
      })
      .execute();
    const staff = await service.signInAs('staff');
    expect((await staff.post(`/api/batches/${batchId}/releases`, { channelId: 'website' })).status).toBe(202);
    await settle(service);
    expect(await service.database.selectFrom('releases').select('id').execute()).toEqual([]);
    expect(await stateOf(service, photoId)).toBe('flagged');
  });
});

import { describe, expect, it } from 'vitest';
import { startService, type TestService } from '../../support/service/start-service.ts';
import { faceAt } from '../../policy/evidence-of.ts';
import { restrict } from '../uploads/seed.ts';
import {
  addBatch,
  addConsent,
  addPhoto,
  addPupil,
  confirmList,
  readyWorld,
  releaseAll,
  settle,
} from '../release/release-world.ts';

const dayMs = 86_400_000;
const oneFace = { faces: [faceAt(200)], match: { compared: [], faces: [{ incomparable: null, candidates: [] }] } };

interface Task {
  readonly id: string;
  readonly cause: string;
  readonly releaseId: string;
  readonly pupil: { readonly id: string } | null;
}

async function tasks(service: TestService): Promise<readonly Task[]> {
  const dsl = await service.signInAs('dsl');
  return ((await dsl.get('/api/takedowns?state=open')).json as { items: Task[] }).items;
}

async function eraseOld(service: TestService): Promise<Record<string, number>> {
  const admin = await service.signInAs('admin');
  const reply = await admin.post('/api/retention/runs', { dryRun: false });
  return (reply.json as { counts: Record<string, number> }).counts;
}

/** A pupil stands alone on the roll of a picture that is out for two years, and a classmate is there by the class list. */
async function longAgo(service: TestService) {
  const { pupilId } = await readyWorld(service, await service.signInAs('admin'));
  await addConsent(service, pupilId, { until: '2035-08-31' });
  const classmate = await addPupil(service, { first: 'Cuthbert', last: 'Ashdown' });
  await addConsent(service, classmate, { until: '2035-08-31' });
  const batchId = await addBatch(service);
  const alone = { batchId, groupKind: 'pupil' as const, groupName: pupilId };
  await service.database.insertInto('batchRoll').values(alone).execute();
  await addPhoto(service, batchId, { values: oneFace });
  const releaseId = await releaseAll(service, batchId);
  service.clock.advance(731 * dayMs);
  return { pupilId, classmate, releaseId };
}

async function answer(service: TestService, pupilId: string, said: 'withdrawn' | 'permitted'): Promise<void> {
  const office = await service.signInAs('office');
  const reply = await office.post(`/api/pupils/${pupilId}/consents`, {
    ...{ channelId: null, answer: said, basis: 'consent', validFrom: '2028-03-02' },
    ...{ validUntil: said === 'permitted' ? '2029-08-31' : null, guardianId: null, givenBy: 'Mother' },
    ...{ method: 'letter', evidenceReference: null },
  });
  expect(reply.status, reply.text).toBe(201);
  await settle(service);
}

describe('a picture that is out there still, and kept here no more', () => {
  it('comes down when the permission it relied on is withdrawn, and may stay when that was a mistake', async () => {
    const service = await startService();
    const { pupilId, classmate, releaseId } = await longAgo(service);
    expect(await eraseOld(service)).toMatchObject({ releasedPhotos: 1 });
    await confirmList(service);
    await answer(service, classmate, 'withdrawn');
    expect(await tasks(service), 'being of a class that was there is not enough').toEqual([]);
    await answer(service, pupilId, 'withdrawn');
    const [task, ...others] = await tasks(service);
    expect([task, others]).toMatchObject([{ cause: 'withdrawn', releaseId, pupil: { id: pupilId } }, []]);

    const office = await service.signInAs('office');
    const callOff = () => office.post(`/api/takedowns/${task!.id}/call-off`, { note: 'The wrong pupil’s form' });
    expect((await callOff()).status).toBe(409);
    await answer(service, pupilId, 'permitted');
    expect((await callOff()).status).toBe(204);
    expect(await tasks(service)).toEqual([]);
  });

  it('comes down for a restriction', async () => {
    const service = await startService();
    const { pupilId, releaseId } = await longAgo(service);
    await eraseOld(service);
    await restrict(service, pupilId, 'court order');
    await (await service.signInAs('dsl')).post('/api/replay');
    await settle(service);
    expect(await tasks(service)).toMatchObject([{ cause: 'restricted', releaseId }]);
  });

  it('is kept as long as somebody has to be looked for in it', async () => {
    const service = await startService();
    const { classmate } = await longAgo(service);
    await answer(service, classmate, 'withdrawn');
    expect(await eraseOld(service)).toMatchObject({ releasedPhotos: 0 });
    const moderator = await service.signInAs('moderator');
    const { items } = (await moderator.get('/api/looks')).json as { items: { id: string; releaseId: string }[] };
    expect(items).toHaveLength(1);
    expect((await moderator.get(`/api/releases/${items[0]!.releaseId}/picture`)).status).toBe(200);
    await moderator.post(`/api/looks/${items[0]!.id}/answer`, { answer: 'not-here' });
    expect(await eraseOld(service)).toMatchObject({ releasedPhotos: 1 });
  });
});

import { describe, expect, it } from 'vitest';
import { startService, type TestService } from '../../support/service/start-service.ts';
import { addConsent, addPhoto, addBatch, readyWorld, releaseAll, settle } from '../release/release-world.ts';
import { listed, oneFace } from './takedown-world.ts';

/** What the father says of every channel, beside a mother who permits it until 2027. */
async function fatherSays(service: TestService, pupilId: string, validUntil: string | null): Promise<void> {
  const reply = await (
    await service.signInAs('office')
  ).post(`/api/pupils/${pupilId}/consents`, {
    ...{ channelId: null, answer: validUntil === null ? 'refused' : 'permitted', basis: 'consent' },
    ...{ validFrom: '2026-03-02', validUntil, guardianId: null, givenBy: 'Father', method: 'letter' },
    evidenceReference: null,
  });
  expect(reply.status, reply.text).toBe(201);
  await settle(service);
}

async function todayOf(service: TestService, pupilId: string) {
  const reply = await (await service.signInAs('office')).get(`/api/pupils/${pupilId}/consents`);
  return (reply.json as { readonly today: readonly object[] }).today[0];
}

describe('a father who refuses, and agrees to the week of the school play', () => {
  it('has his "no" again afterwards: the office is warned, and what was published is looked at', async () => {
    const service = await startService();
    const { pupilId } = await readyWorld(service, await service.signInAs('admin'));
    await addConsent(service, pupilId);
    await fatherSays(service, pupilId, null);
    expect(await todayOf(service, pupilId)).toMatchObject({ mayAppear: false, reason: 'refused' });
    await fatherSays(service, pupilId, '2026-03-06');
    expect(await todayOf(service, pupilId)).toMatchObject({ mayAppear: true, until: '2026-03-06' });
    const warned = await (await service.signInAs('dsl')).get('/api/register/expiring');
    expect(warned.json).toMatchObject({ items: [{ pupilId, until: '2026-03-06' }] });
    const batchId = await addBatch(service);
    await addPhoto(service, batchId, { values: oneFace });
    await releaseAll(service, batchId);
    expect(await listed(service)).toEqual([]);
    service.clock.set('2026-03-07T00:06:00.000Z');
    await settle(service);
    expect(await todayOf(service, pupilId)).toMatchObject({ mayAppear: false, reason: 'expired' });
    const looks = await (await service.signInAs('moderator')).get('/api/looks');
    expect(looks.json).toMatchObject({ items: [{ pupil: { id: pupilId } }] });
  });
});

import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import { startService, type TestService } from '../../support/service/start-service.ts';
import { addConsent, addPhoto, addPupil, readyWorld, releaseAll, settle } from '../release/release-world.ts';
import { answer, oneFace, stateOf, withdraw } from './takedown-world.ts';

const aDay = 86_400_000;

interface Look {
  readonly id: string;
  readonly releaseId: string;
  readonly isComingDown: boolean;
  readonly dueOn: string;
  readonly pupil: { readonly id: string };
}

/** Photos of the class are out, and permission for these pupils of it ended, whose faces were never compared. */
async function askedAbout(service: TestService, count: 1 | 2 = 1) {
  const { pupilId, batchId } = await readyWorld(service, await service.signInAs('admin'));
  const pupils = [pupilId];
  if (count === 2) {
    pupils.push(await addPupil(service, { first: 'Cuthbert', last: 'Ashdown' }));
    await addConsent(service, pupils[1]!);
  }
  const photoId = await addPhoto(service, batchId, { values: oneFace });
  await releaseAll(service, batchId);
  for (const pupil of pupils) await withdraw(service, pupil);
  return { pupils, photoId };
}

/** That many days later, when everything was judged again in the night. */
async function daysLater(service: TestService, days: number): Promise<void> {
  service.clock.advance(days * aDay);
  await (await service.signInAs('dsl')).post('/api/replay');
  await settle(service);
}

const looks = async (service: TestService): Promise<readonly Look[]> =>
  ((await (await service.signInAs('moderator')).get('/api/looks')).json as { items: Look[] }).items;

const takedowns = async (service: TestService, role: 'dsl' | 'staff' = 'dsl', state = 'open') =>
  (
    (await (await service.signInAs(role)).get(`/api/takedowns?state=${state}`)).json as {
      items: { id: string; nobodyLooked: boolean; cause: string | null; pupil: unknown; outcome: string | null }[];
    }
  ).items;

async function say(service: TestService, { id }: Look, answer: string): Promise<{ takedownId: string | null }> {
  const reply = await (await service.signInAs('moderator')).post(`/api/looks/${id}/answer`, { answer });
  expect(reply.status).toBe(200);
  return reply.json as { takedownId: string | null };
}

describe('a photo in which nobody looked for a pupil in time', () => {
  it('comes down the day after, and may stay when somebody looked and did not find them', async () => {
    const service = await startService();
    const { pupils, photoId } = await askedAbout(service);
    expect(await looks(service)).toMatchObject([{ dueOn: '2026-03-04', isComingDown: false }]);
    await daysLater(service, 2);
    expect(await takedowns(service)).toEqual([]);
    await daysLater(service, 1);
    expect(await stateOf(service, photoId)).toBe('takedown-due');
    expect(await takedowns(service)).toMatchObject([
      { nobodyLooked: true, cause: 'withdrawn', pupil: { id: pupils[0] } },
    ]);
    // Why is not for whoever only takes photos down.
    expect(await takedowns(service, 'staff')).toMatchObject([{ nobodyLooked: false, cause: null, pupil: null }]);
    await daysLater(service, 1);
    expect(await takedowns(service)).toHaveLength(1);
    const [look, ...others] = await looks(service);
    expect([look!.isComingDown, others]).toEqual([true, []]);
    expect(await say(service, look!, 'not-here')).toEqual({ takedownId: null });
    expect(await stateOf(service, photoId)).toBe('released');
    expect(await takedowns(service, 'dsl', 'done')).toMatchObject([{ outcome: 'called-off', nobodyLooked: true }]);
    await daysLater(service, 5);
    expect([await looks(service), await takedowns(service)]).toEqual([[], []]);
    expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
  });

  it('is not saved by an answer about one of two pupils', async () => {
    const service = await startService();
    const { photoId, pupils } = await askedAbout(service, 2);
    await daysLater(service, 3);
    const [first, second] = await looks(service);
    const [task] = await takedowns(service);
    expect(await say(service, first!, 'not-here')).toEqual({ takedownId: task!.id });
    expect(await stateOf(service, photoId)).toBe('takedown-due');
    expect(await say(service, second!, 'cannot-tell')).toEqual({ takedownId: task!.id });
    const named = pupils.find((pupil) => pupil === second!.pupil.id);
    expect(await takedowns(service)).toMatchObject([{ id: task!.id, nobodyLooked: false, pupil: { id: named } }]);
    expect(await stateOf(service, photoId)).toBe('takedown-due');
    expect(await looks(service)).toEqual([]);
  });

  it('stays a task that was asked for by hand, whatever is answered', async () => {
    const service = await startService();
    const { photoId } = await askedAbout(service);
    const [{ releaseId }] = (await looks(service)) as [Look];
    const asked = await (await service.signInAs('moderator')).post(`/api/releases/${releaseId}/takedown`);
    const { id } = asked.json as { id: string };
    await daysLater(service, 3);
    expect(await takedowns(service)).toMatchObject([{ id, cause: 'asked', nobodyLooked: false }]);
    const [look] = await looks(service);
    expect(await say(service, look!, 'not-here')).toEqual({ takedownId: id });
    expect(await stateOf(service, photoId)).toBe('takedown-due');
  });

  it('is asked about no longer when the pupil may appear again', async () => {
    const service = await startService();
    const { pupils, photoId } = await askedAbout(service);
    await answer(service, pupils[0]!, 'permitted', '2027-08-31');
    expect(await looks(service)).toEqual([]);
    await daysLater(service, 3);
    expect([await stateOf(service, photoId), await takedowns(service)]).toEqual(['released', []]);
  });
});

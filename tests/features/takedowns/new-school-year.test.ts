import { describe, expect, it } from 'vitest';
import { faceAt } from '../../policy/evidence-of.ts';
import { startService, type TestService } from '../../support/service/start-service.ts';
import { addConsent, addPhoto, addPupil, confirmList, releaseAll, settle } from '../release/release-world.ts';
import { openChannel } from '../setup/application.ts';
import { newBatch } from '../uploads/seed.ts';

const oneFace = { faces: [faceAt(200)], match: { compared: [], faces: [{ incomparable: null, candidates: [] }] } };

/** A photo of class 4B, or of the whole school, opened by HTTP. A pupil in 4B may appear, one in 3B only if said so. */
async function photoOfClass(service: TestService, roll: object, mayBoth = false) {
  await openChannel(service, await service.signInAs('admin'), 'website');
  await confirmList(service);
  const [fourth, third] = [
    await addPupil(service, { first: 'Zebedee', last: 'Quillfeather', className: '4B' }),
    await addPupil(service, { first: 'Alma', last: 'Fine', className: '3B' }),
  ];
  await addConsent(service, fourth);
  if (mayBoth) await addConsent(service, third);
  const staff = await service.signInAs('staff');
  const opened = await staff.post('/api/batches', { ...newBatch, eventDate: '2026-03-01', roll });
  expect(opened.status, opened.text).toBe(201);
  const batchId = (opened.json as { id: string }).id;
  await service.database.updateTable('batches').set({ state: 'submitted' }).execute();
  return { fourth, third, batchId, photoId: await addPhoto(service, batchId, { values: oneFace }) };
}

const ofClass = { wholeSchool: false, classes: ['4B'], years: [], pupils: [] };

async function moveUp(service: TestService): Promise<void> {
  await service.database.updateTable('pupils').set({ className: '5B' }).where('className', '=', '4B').execute();
  await service.database.updateTable('pupils').set({ className: '4B' }).where('className', '=', '3B').execute();
}

async function lookedFor(service: TestService): Promise<readonly string[]> {
  await (await service.signInAs('dsl')).post('/api/replay');
  await settle(service);
  const { items } = (await (await service.signInAs('moderator')).get('/api/looks')).json as {
    items: { pupil: { id: string } }[];
  };
  return items.map(({ pupil }) => pupil.id);
}

const restriction = { reason: 'Court order', startsOn: '2026-03-02', endsOn: null };

describe('a new school year', () => {
  it('does not put next year’s class into last year’s picture, nor take anybody out of it', async () => {
    const service = await startService();
    const { fourth, batchId } = await photoOfClass(service, ofClass);
    await releaseAll(service, batchId);
    await moveUp(service);
    service.clock.advance(20 * 86_400_000);
    const joined = await addPupil(service, { first: 'Newly', last: 'Joined', className: '4B' });
    expect(await lookedFor(service)).not.toContain(joined);
    const dsl = await service.signInAs('dsl');
    expect((await dsl.post(`/api/pupils/${fourth}/restrictions`, restriction)).status).toBe(201);
    expect(await lookedFor(service)).toContain(fourth);
  });

  it('still asks for somebody who was put on record soon after, because the list may have been late', async () => {
    const service = await startService();
    const { third, batchId } = await photoOfClass(service, ofClass);
    await releaseAll(service, batchId);
    await moveUp(service);
    service.clock.advance(60_000);
    const late = await addPupil(service, { first: 'Late', last: 'Lister', className: '4B' });
    const looks = await lookedFor(service);
    expect(looks).toContain(late);
    expect(looks).not.toContain(third);
  });

  it('before the release asks for those of then and of now', async () => {
    const service = await startService();
    const { fourth, third, photoId } = await photoOfClass(service, ofClass);
    await moveUp(service);
    const dsl = await service.signInAs('dsl');
    expect((await dsl.post(`/api/pupils/${fourth}/restrictions`, restriction)).status).toBe(201);
    await settle(service);
    const lineUp = (await dsl.get(`/api/moderation/photos/${photoId}/line-up`)).json as {
      pupils: { pupilId: string }[];
    };
    expect(lineUp.pupils.map(({ pupilId }) => pupilId).sort()).toEqual([fourth, third].sort());
  });

  it('does not look for those who joined later in pictures of the whole school', async () => {
    const service = await startService();
    const whole = { wholeSchool: true, classes: [], years: [], pupils: [] };
    const { third, batchId } = await photoOfClass(service, whole, true);
    await releaseAll(service, batchId);
    service.clock.advance(20 * 86_400_000);
    await addPupil(service, { first: 'Newly', last: 'Joined', className: 'Reception' });
    expect(await lookedFor(service)).toEqual([]);
    const dsl = await service.signInAs('dsl');
    expect((await dsl.post(`/api/pupils/${third}/restrictions`, restriction)).status).toBe(201);
    expect(await lookedFor(service)).toEqual([third]);
  });
});

import { expect, it } from 'vitest';
import { faceAt } from '../../policy/evidence-of.ts';
import { startService, type TestService } from '../../support/service/start-service.ts';
import { addConsent, addPhoto, addPupil, confirmList } from '../release/release-world.ts';
import { openChannel } from '../setup/application.ts';
import { newBatch } from './seed.ts';

const dayMs = 86_400_000;
const oneFace = { faces: [faceAt(200)], match: { compared: [], faces: [{ incomparable: null, candidates: [] }] } };
const roll = { wholeSchool: false, classes: ['4B'], years: [], pupils: [] };

async function open(service: TestService, more: object = { roll }): Promise<{ status: number; id: string }> {
  const staff = await service.signInAs('staff');
  const reply = await staff.post('/api/batches', { ...newBatch, ...more });
  return { status: reply.status, id: (reply.json as { id: string }).id };
}

/** A pupil of 4B who may appear. */
async function school(service: TestService): Promise<string> {
  await openChannel(service, await service.signInAs('admin'), 'website');
  await confirmList(service);
  const fourth = await addPupil(service, { first: 'Zebedee', last: 'Quillfeather' });
  await addConsent(service, fourth);
  return fourth;
}

it('counts a pupil without a class or year among every class or year that is named', async () => {
  const service = await startService({ jobConcurrency: 0 });
  await school(service);
  const nowhere = await addPupil(service, { first: 'Orla', last: 'Nomore', className: 'none' });
  await addPupil(service, { first: 'Alma', last: 'Fine', className: '3B' });
  const none = { className: null, yearGroup: null };
  await service.database.updateTable('pupils').set(none).where('id', '=', nowhere).execute();
  const moderator = await service.signInAs('moderator');
  const lineUpOf = async (batch: object): Promise<string[]> => {
    const { id } = await open(service, batch);
    await service.database.updateTable('batches').set({ state: 'submitted' }).where('id', '=', id).execute();
    const photoId = await addPhoto(service, id, { values: oneFace });
    const { json } = await moderator.get(`/api/moderation/photos/${photoId}/line-up`);
    return (json as { pupils: { pupilId: string }[] }).pupils.map(({ pupilId }) => pupilId);
  };
  expect(await lineUpOf({ roll })).toEqual([nowhere]);
  expect(await lineUpOf({ roll: { ...roll, classes: [], years: ['4'] } })).toContain(nowhere);
  const one = (await service.database.selectFrom('pupils').select('id').where('className', '=', '4B').execute())[0]!.id;
  expect(await lineUpOf({ roll: { ...roll, classes: [], pupils: [one] } }), 'named one by one').toEqual([]);
});

it('offers a class in its last weeks and for a summer after all of it has left', async () => {
  const service = await startService({ jobConcurrency: 0 });
  const fourth = await school(service);
  const offered = async (): Promise<readonly string[]> => {
    const { json } = await (await service.signInAs('staff')).get('/api/uploads/form');
    return (json as { classes: string[] }).classes;
  };
  const leftOn = '2026-03-20';
  await service.database.updateTable('pupils').set({ leftOn }).where('id', '=', fourth).execute();
  expect(await offered()).toEqual(['4B']);
  expect((await open(service)).status).toBe(201);
  service.clock.advance(90 * dayMs);
  expect(await offered()).toEqual(['4B']);
  expect((await open(service)).status).toBe(201);
  service.clock.advance(30 * dayMs);
  expect(await offered()).toEqual([]);
  expect((await open(service)).status).toBe(400);
});

import { expect, it } from 'vitest';
import { startService } from '../../support/service/start-service.ts';
import { faceAt } from '../../policy/evidence-of.ts';
import { addBatch, addPhoto, addPupil, confirmList, releaseAll, settle } from '../release/release-world.ts';
import { openChannel, signOff } from '../setup/application.ts';
import { photoForm, portraits } from './photos.ts';
import { grantBiometric, restriction } from './world.ts';

it('has a pupil looked for again in photos that were compared with a reference photo of another child', async () => {
  const service = await startService();
  const admin = await service.signInAs('admin');
  await openChannel(service, admin);
  await confirmList(service);
  expect((await admin.post('/api/dpia', signOff)).status).toBe(201);
  const [office, dsl] = [await service.signInAs('office'), await service.signInAs('dsl')];
  const hidden = await addPupil(service, { first: 'Alma', last: 'Fine' });
  await grantBiometric(office, hidden);
  await dsl.post(`/api/pupils/${hidden}/restrictions`, restriction);
  const path = `/api/pupils/${hidden}/reference-photos`;
  const added = await office.send('POST', path, { form: photoForm(await portraits.woman()) });
  expect(added.status, added.text).toBe(201);
  const { id } = added.json as { readonly id: string };
  const compared = {
    faces: [faceAt(200)],
    match: { compared: [hidden], faces: [{ incomparable: null, candidates: [{ pupil: hidden, score: 0.1 }] }] },
  };
  const [out, waiting] = [await addBatch(service), await addBatch(service)];
  await addPhoto(service, out, { values: compared });
  const releaseId = await releaseAll(service, out);
  const photoId = await addPhoto(service, waiting, { values: compared });
  const stateOf = async (): Promise<string | undefined> =>
    (await service.database.selectFrom('photos').select('state').where('id', '=', photoId).executeTakeFirst())?.state;
  expect(await stateOf()).toBe('clear');

  expect((await office.post(`/api/reference-photos/${id}/disown`)).status).toBeLessThan(300);
  await settle(service);
  expect(await stateOf()).toBe('flagged');
  const looks = (await (await service.signInAs('moderator')).get('/api/looks')).json;
  expect(looks).toMatchObject({ items: [{ releaseId, pupil: { id: hidden } }] });
  expect((await office.get(path)).json).toMatchObject({ photos: [] });
  const kept = await service.database
    .selectFrom('evidenceItems')
    .select('itemJson')
    .where('name', '=', 'match')
    .execute();
  expect(kept.filter(({ itemJson }) => itemJson.includes(hidden))).toEqual([]);
  expect((await office.post(`/api/reference-photos/${id}/disown`)).status).toBe(404);
});

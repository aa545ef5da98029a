import { expect, it } from 'vitest';
import { startService } from '../../support/service/start-service.ts';
import type { Client } from '../../support/service/client.ts';
import { openChannel, signOff } from '../setup/application.ts';
import { demoPhoto, send, startBatch, untilScreened } from '../uploads/seed.ts';
import { photoForm, portraits } from './photos.ts';
import { changeNets, renewAll } from './uncompared.ts';
import { addPupil, grantBiometric, permitted } from './world.ts';

interface Listed {
  readonly photos: readonly { readonly template: string }[];
  readonly age: string | null;
}

/** Two pupils who may be matched; the first has a reference photo and may not appear. */
async function school() {
  const service = await startService();
  const admin = await service.signInAs('admin');
  await openChannel(service, admin);
  await admin.post('/api/dpia', signOff);
  const office = await service.signInAs('office');
  const [pupilId, other] = [await addPupil(office, 'A1'), await addPupil(office, 'A2', 'Bo', 'Marsh')];
  await office.post(`/api/pupils/${other}/consents`, permitted(null));
  for (const id of [pupilId, other]) await grantBiometric(office, id);
  const enrol = async (photo: Buffer) => {
    const form = photoForm(photo);
    expect((await office.send('POST', `/api/pupils/${pupilId}/reference-photos`, { form })).status).toBe(201);
  };
  await enrol(await portraits.woman());
  const list = async () => {
    const { photos, age } = (await office.get(`/api/pupils/${pupilId}/reference-photos`)).json as Listed;
    return [...photos.map(({ template }) => template), age];
  };
  const due = async (client: Client = office) => (await client.get('/api/reference-photos')).json;
  const foundBy = async (client: Client = office) => {
    const { items } = (await client.get('/api/register')).json as { items: { pupilId: string; foundBy: string }[] };
    return items.map((item) => [item.pupilId, item.foundBy]);
  };
  return { service, office, pupilId, enrol, list, due, foundBy };
}

it(
  'says which photo is not compared and why, and lists whose photos need the office',
  { timeout: 240_000 },
  async () => {
    const { service, pupilId, enrol, list, due, foundBy } = await school();
    const templates = service.database.selectFrom('faceTemplates').select('model');
    const { model } = await templates.executeTakeFirstOrThrow();
    // The service names the nets without asking the processes that load them; those that made the template name the same.
    expect(await service.service.parts.screening().templateModel()).toBe(model);
    expect([await list(), await due()]).toEqual([['current', 'current'], { items: [] }]);
    expect(await foundBy()).toEqual([[pupilId, 'face']]);

    await changeNets(service, pupilId);
    expect([await list(), await due()]).toEqual([['waiting', null], { items: [] }]);
    expect(await foundBy()).toEqual([[pupilId, 'line-up']]);
    await renewAll(service);
    await expect.poll(list, { timeout: 60_000 }).toEqual(['unusable', null]);
    const names = { pupilId, firstName: 'Ada', lastName: 'Ferrari', preferredName: null, className: '4B' };
    expect(await due()).toEqual({ items: [{ ...names, need: 'none-usable' }] });
    expect(await due(await service.signInAs('dsl'))).toEqual({ items: [{ ...names, need: 'none-usable' }] });
    expect((await (await service.signInAs('moderator')).get('/api/reference-photos')).status).toBe(403);
    expect(service.logLines.join('')).toContain('template-not-renewed');

    await enrol(await portraits.sameWoman());
    expect(await list()).toEqual(['current', 'unusable', 'current']);
    expect(await due()).toEqual({ items: [{ ...names, need: 'some-unusable' }] });
    expect(await foundBy(await service.signInAs('moderator'))).toEqual([[pupilId, 'face']]);
    service.clock.advance(365 * 86_400_000);
    const later = await service.signInAs('office');
    expect(await due(later)).toEqual({ items: [{ ...names, need: 'aged' }] });
    expect(await foundBy(later)).toContainEqual([pupilId, 'line-up']);
    await later.post(`/api/pupils/${pupilId}/leave`, { leftOn: '2026-03-03', version: 1 });
    expect(await due(later)).toEqual({ items: [] });
  },
);

it('puts a pupil none of whose photos is compared into the line-up', { timeout: 240_000 }, async () => {
  const { service, pupilId, list } = await school();
  const [staff, moderator] = [await service.signInAs('staff'), await service.signInAs('moderator')];
  const screen = async (name: string) => {
    const batchId = await startBatch(service, staff);
    const sent = await send(staff, batchId, { [name]: demoPhoto(3) });
    const { photoId } = (sent.json as { results: { photoId: string }[] }).results[0]!;
    await untilScreened(staff, batchId, service.origin);
    const path = `/api/moderation/photos/${photoId}`;
    const { findings } = (await moderator.get(path)).json as { findings: { code: string }[] };
    const { pupils } = (await moderator.get(`${path}/line-up`)).json as { pupils: { pupilId: string }[] };
    return {
      codes: findings.map(({ code }) => code).filter((code) => /^(match|line-up)/.test(code)),
      lineUp: pupils.map((one) => one.pupilId),
    };
  };
  expect(await screen('before.jpg')).toEqual({ codes: ['match/on-register'], lineUp: [] });
  await changeNets(service, pupilId);
  const waiting = await screen('waiting.jpg');
  // As for a pupil without any reference photo.
  expect(waiting).toEqual({ codes: ['line-up/unknown', 'match/unknown', 'line-up/needed'], lineUp: [pupilId] });
  await renewAll(service);
  await expect.poll(list, { timeout: 60_000 }).toEqual(['unusable', null]);
  expect(await screen('unusable.jpg')).toEqual(waiting);
});

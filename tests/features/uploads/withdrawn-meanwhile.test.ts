import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { withPermittedFace, withPermittedMatch } from '../../../src/pipeline/with-permitted-match.ts';
import type { Evidence } from '../../../src/policy/words/evidence.ts';
import { freshFolder } from '../../support/service/fresh-vault.ts';
import { startService, type TestService } from '../../support/service/start-service.ts';
import { photoForm, portraits } from '../register/photos.ts';
import { addPupil, biometricEvent, grantBiometric } from '../register/world.ts';
import { signOff } from '../setup/application.ts';
import { demoPhoto, send, startBatch, untilScreened } from './seed.ts';

const today = '2026-03-02';

/** One pupil who may be matched by face and may appear nowhere, and a batch of the school. */
async function world(enrols: boolean) {
  const service = await startService();
  const [admin, office, staff] = [
    await service.signInAs('admin'),
    await service.signInAs('office'),
    await service.signInAs('staff'),
  ];
  await admin.post('/api/dpia', signOff);
  const pupilId = await addPupil(office, 'A1');
  const parent = await grantBiometric(office, pupilId);
  if (enrols) {
    const form = photoForm(await portraits.woman());
    const reply = await office.send('POST', `/api/pupils/${pupilId}/reference-photos`, { form });
    if (reply.status !== 201) throw new Error(reply.text);
  }
  const withdraw = () => office.post(`/api/pupils/${pupilId}/biometric`, biometricEvent('withdrawn', parent));
  return { service, admin, office, staff, pupilId, withdraw };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (;;) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function matchOf({ database }: TestService, batchId: string) {
  const rows = await database
    .selectFrom('evidenceItems')
    .innerJoin('photos', 'photos.id', 'evidenceItems.photoId')
    .select('itemJson')
    .where('batchId', '=', batchId)
    .where('name', '=', 'match')
    .execute();
  const verdicts = await database
    .selectFrom('verdicts')
    .innerJoin('photos', 'photos.id', 'verdicts.photoId')
    .select(['verdict', 'coverageJson'])
    .where('batchId', '=', batchId)
    .execute();
  return { item: rows[0]!.itemJson, verdicts };
}

describe('a permission that ends while a photo is looked at', { timeout: 300_000 }, () => {
  it('leaves nothing of the comparison; a person looks instead, and the processes forget the template', async () => {
    const { service, staff, pupilId, withdraw } = await world(true);
    const { database } = service;
    const first = await startBatch(service, staff);
    await send(staff, first, { 'one.jpg': demoPhoto(1) });
    await untilScreened(staff, first, service.origin);
    const before = await matchOf(service, first);
    expect(before.item).toContain(pupilId);
    expect(before.verdicts[0]!.verdict).toBe('block');

    const second = await startBatch(service, staff);
    await send(staff, second, { 'two.jpg': Buffer.concat([demoPhoto(1), Buffer.from([0])]) });
    const isBegun = () =>
      database.selectFrom('photos').select('id').where('batchId', '=', second).where('state', '=', 'screening').executeTakeFirst(); // prettier-ignore
    await until(async () => (await isBegun()) !== undefined);
    // Long enough for the templates to have been handed over, not for the photo to have been looked at.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await withdraw()).status).toBe(201);
    expect(await isBegun()).not.toBe(undefined);
    await untilScreened(staff, second, service.origin);
    const after = await matchOf(service, second);
    expect(after.item).not.toContain(pupilId);
    expect(after.verdicts.map(({ verdict }) => verdict)).not.toContain('clear');
    expect(after.verdicts[0]!.coverageJson).toContain(pupilId);

    // The job that follows a change of the register has every process forget; nobody has to upload for that.
    await until(async () => {
      const left = await database.selectFrom('jobs').select('id').where('state', 'in', ['waiting', 'running']).where('kind', '=', 'register-changed').execute(); // prettier-ignore
      return left.length === 0;
    });
    const file = path.join(freshFolder(), 'photo.jpg');
    writeFileSync(file, demoPhoto(1));
    const box = { x: 1300, y: 200, width: 450, height: 600 };
    const seen = await service.service.parts
      .screening()
      .compareDrawnFace({ path: file, box, known: [], compare: [pupilId] });
    expect(seen).toMatchObject({ status: 'compared', compared: [] });
  });

  it('keeps what was found of others, and nothing at all with matching off', async () => {
    const { service, office, admin, pupilId } = await world(true);
    const other = await addPupil(office, 'A2');
    const faces = [{ incomparable: null, candidates: [{ pupil: other, score: 0.9 }, { pupil: pupilId, score: 0.2 }] }]; // prettier-ignore
    const match = { status: 'observed', detector: 'match', version: '1', value: { compared: [other, pupilId], faces } };
    const evidence = { match } as unknown as Evidence;
    expect(await withPermittedMatch(service.database, evidence, today)).toEqual({
      match: {
        ...match,
        value: { compared: [pupilId], faces: [{ incomparable: null, candidates: [{ pupil: pupilId, score: 0.2 }] }] },
      },
    });
    const drawn = { status: 'compared', face: {}, match: faces[0], compared: [other] } as never;
    expect(await withPermittedFace(service.database, drawn, today)).toMatchObject({ status: 'not-compared' });
    // Their only reference photo turns out to show another child: nobody was looked for with it.
    const { id } = await service.database.selectFrom('referencePhotos').select('id').executeTakeFirstOrThrow();
    expect((await office.post(`/api/reference-photos/${id}/disown`)).status).toBeLessThan(300);
    expect(await withPermittedMatch(service.database, evidence, today)).toMatchObject({ match: { status: 'off' } });
    await admin.post('/api/dpia/withdraw', { reason: 'Under review' });
    expect(await withPermittedMatch(service.database, evidence, today)).toMatchObject({ match: { status: 'off' } });
  });
});

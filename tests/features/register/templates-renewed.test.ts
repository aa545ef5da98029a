import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { enrolPupil } from '../../../src/features/register/enrol-pupil.ts';
import { listReferencePhotos } from '../../../src/features/register/reference-photos.ts';
import { renewTemplates } from '../../../src/features/register/renew-templates.ts';
import { dailyRetentionKind } from '../../../src/jobs/enqueue-daily-retention.ts';
import { enqueueTemplateRenewal, renewTemplatesKind } from '../../../src/jobs/enqueue-template-renewal.ts';
import { retentionJobs } from '../../../src/features/retention/jobs.ts';
import { createLog } from '../../../src/lib/log.ts';
import { newId } from '../../../src/lib/new-id.ts';
import { templateFromBytes } from '../../../src/pipeline/template-bytes.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import { writeFileSync } from 'node:fs';
import { startService } from '../../support/service/start-service.ts';
import { signOff } from '../setup/application.ts';
import { photoForm, portraits } from './photos.ts';
import { addPupil, grantBiometric } from './world.ts';
import { enrolledSchool } from './enrolled-world.ts';

describe('templates of other nets', () => {
  it('are compared with nobody, and made again from the reference photos unless the permission ends meanwhile', async () => {
    const school = await enrolledSchool();
    const { database, parts } = school;
    const renewing = { ...parts, log: createLog({ level: 'error' }) };
    const { signal } = new AbortController();
    const stored = async () => await database.selectFrom('faceTemplates').selectAll().executeTakeFirst();
    const before = (await stored())!;
    const renew = async () => {
      const write = await renewTemplates(renewing, signal);
      return async () => {
        await withTransaction(database, write);
      };
    };
    await (
      await renew()
    )();
    expect((await stored())!.madeAt).toBe(before.madeAt);
    await database.updateTable('faceTemplates').set({ model: 'another@1' }).execute();
    const write = await renew();
    school.clock.advance(60_000);
    await write();
    const after = (await stored())!;
    expect(after.model).toBe(before.model);
    expect(after.madeAt > before.madeAt).toBe(true);
    const open = (row: typeof after) => templateFromBytes(school.sealer.open(`template/${row.id}`, row.sealedVector));
    expect(open(after)).toMatchObject({ model: before.model });

    await database.updateTable('faceTemplates').set({ model: 'another@1' }).execute();
    const tooLate = await renew();
    await school.record('withdrawn', school.parent);
    await tooLate();
    expect(await stored()).toBeUndefined();
  });
});

it('makes templates again twenty at a time, by one job after the other, and enrols nobody meanwhile', async () => {
  const { parts, database, clock, pupilId, folder, actor } = await enrolledSchool();
  const { signal } = new AbortController();
  const row = await database.selectFrom('faceTemplates').selectAll().executeTakeFirstOrThrow();
  const others = Array.from({ length: 22 }, () => ({ ...row, id: newId() }));
  for (const other of others) await database.insertInto('faceTemplates').values(other).execute();
  await database.updateTable('faceTemplates').set({ model: 'another@1' }).execute();
  const left = async () => {
    const stale = database.selectFrom('faceTemplates').select('id').where('model', '=', 'another@1');
    return (await stale.execute()).length;
  };
  const renewing = { ...parts, log: createLog({ level: 'error' }) };
  await withTransaction(database, await renewTemplates(renewing, signal));
  expect(await left()).toBe(3);

  const upload = { path: path.join(folder, 'upload'), originalName: 'x.jpg', bytes: 1 };
  const enrol = () => enrolPupil(parts, { pupilId, actor, differsFrom: [], isSamePupil: false }, upload, signal);
  await expect(enrol()).rejects.toMatchObject({ code: 'templates-renewing' });
  const jobs = await database.selectFrom('jobs').selectAll().where('kind', '=', renewTemplatesKind).execute();
  expect(jobs).toHaveLength(1);
  const { after } = JSON.parse(jobs[0]!.payloadJson) as { after: string };
  await withTransaction(database, async (trx) => {
    await enqueueTemplateRenewal(trx, clock); // as at the next start: another job, which finds what is left
    await trx.updateTable('jobs').set({ state: 'done' }).where('kind', '=', renewTemplatesKind).execute();
  });
  await withTransaction(database, await renewTemplates(renewing, signal, after));
  expect(await left()).toBe(0);
  await database.deleteFrom('faceTemplates').where('id', '!=', row.id).execute();
  expect(await enrol()).toMatchObject({ id: expect.any(String) as string });
});

it('makes the other templates again when one photo is damaged on the disk', async () => {
  const { folder, parts, database, pupilId, actor } = await enrolledSchool();
  const { signal } = new AbortController();
  const { fileId } = await database
    .selectFrom('referencePhotos')
    .select('fileId')
    .where('purpose', '=', 'enrolment')
    .executeTakeFirstOrThrow();
  const upload = { path: path.join(folder, 'upload'), originalName: 'x.jpg', bytes: 1 };
  await enrolPupil(parts, { pupilId, actor, differsFrom: [], isSamePupil: false }, upload, signal);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const file = path.join(
    folder,
    files.find((name) => path.basename(name) === fileId)!,
  );
  writeFileSync(file, readFileSync(file).fill(0, 200, 400));
  await database.updateTable('faceTemplates').set({ model: 'another@1' }).execute();
  const write = await renewTemplates({ ...parts, log: createLog({ level: 'error' }) }, signal);
  await withTransaction(database, write);
  const { photos } = await listReferencePhotos(parts, pupilId);
  expect(photos.map(({ template }) => template)).toEqual(['current', 'unusable']);
});

it('makes templates again when matching is switched on, and looks every night', async () => {
  const { service, database, clock, ...school } = await startService();
  const [admin, office] = [await school.signInAs('admin'), await school.signInAs('office')];
  await admin.post('/api/dpia', signOff);
  const pupilId = await addPupil(office, 'A1');
  await grantBiometric(office, pupilId);
  const form = photoForm(await portraits.woman());
  expect((await office.send('POST', `/api/pupils/${pupilId}/reference-photos`, { form })).status).toBe(201);
  const stored = () => database.selectFrom('faceTemplates').select('model').executeTakeFirstOrThrow();
  const { model } = await stored();
  const open = async () => {
    const jobs = database.selectFrom('jobs').select('id').where('kind', '=', renewTemplatesKind);
    return await jobs.where('state', 'in', ['waiting', 'running']).execute();
  };
  const untilDone = () =>
    vi.waitFor(async () => {
      expect(await open()).toEqual([]);
    }, 60_000);

  expect((await admin.post('/api/dpia/withdraw', { reason: 'New nets' })).status).toBe(204);
  await database.updateTable('faceTemplates').set({ model: 'another@1' }).execute();
  await withTransaction(database, (trx) => enqueueTemplateRenewal(trx, clock)); // as at a start
  service.parts.wakeJobs();
  await untilDone();
  expect(await stored()).toEqual({ model: 'another@1' });

  expect((await admin.post('/api/dpia', signOff)).status).toBe(201);
  expect(await open()).toHaveLength(1);
  service.parts.wakeJobs();
  await untilDone();
  expect(await stored()).toEqual({ model });

  const night = retentionJobs(service.parts)[dailyRetentionKind]!;
  const job = { id: newId(), kind: dailyRetentionKind, payload: {}, attempt: 1, maxAttempts: 5, leaseToken: '' };
  await withTransaction(database, await night.run(job, new AbortController().signal));
  expect(await open()).toHaveLength(1);
  await untilDone();
});

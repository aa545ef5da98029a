import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { recordBiometricEvent } from '../../../src/features/register/biometric.ts';
import { addPupil as addPupilTo, recordLeaving } from '../../../src/features/register/change-pupil.ts';
import { enrolPupil } from '../../../src/features/register/enrol-pupil.ts';
import { addGuardian } from '../../../src/features/register/guardians.ts';
import { listReferencePhotos } from '../../../src/features/register/reference-photos.ts';
import { renewTemplates } from '../../../src/features/register/renew-templates.ts';
import { dailyRetentionKind } from '../../../src/jobs/enqueue-daily-retention.ts';
import { enqueueTemplateRenewal, renewTemplatesKind } from '../../../src/jobs/enqueue-template-renewal.ts';
import { setPortrait } from '../../../src/features/register/portrait.ts';
import { retentionJobs } from '../../../src/features/retention/jobs.ts';
import { runRetention } from '../../../src/features/retention/run-retention.ts';
import { createLog } from '../../../src/lib/log.ts';
import { newId } from '../../../src/lib/new-id.ts';
import { isoToday } from '../../../src/lib/clock.ts';
import { openGallery } from '../../../src/pipeline/open-gallery.ts';
import { templateFromBytes } from '../../../src/pipeline/template-bytes.ts';
import { readRegister } from '../../../src/pipeline/read-register.ts';
import { openFileVault } from '../../../src/files/file-vault.ts';
import { createSealer } from '../../../src/files/sealer.ts';
import { insertPolicyVersion } from '../../../src/store/insert-policy-version.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import { defaultHandlingPolicy } from '../../../src/policy/default-handling-policy.ts';
import { defaultSchoolPolicy } from '../../../src/policy/default-school-policy.ts';
import { writeFileSync } from 'node:fs';
import { freshFolder, testKeys } from '../../support/service/fresh-vault.ts';
import { setClock } from '../../support/service/set-clock.ts';
import { sharedScreening } from '../../support/service/shared-screening.ts';
import { startService } from '../../support/service/start-service.ts';
import { signOff } from '../setup/application.ts';
import { emptyPicture, photoForm, portraits } from './photos.ts';
import { addPupil, biometricEvent, grantBiometric, pupilDetails } from './world.ts';

const codeOf = (reply: { json: unknown }) => (reply.json as { error: { code: string } }).error.code;

describe('enrolling over HTTP', () => {
  it(
    'opens a photo only with matching on and a complete permission, and takes one good face that is nobody else’s',
    { timeout: 300_000 },
    async () => {
      const service = await startService({ jobConcurrency: 0 });
      const [admin, office] = [await service.signInAs('admin'), await service.signInAs('office')];
      const pupilId = await addPupil(office, 'A1');
      const enrol = async (photo: Buffer, body?: object, id = pupilId) =>
        await office.send('POST', `/api/pupils/${id}/reference-photos`, { form: photoForm(photo, body) });
      const woman = await portraits.woman();
      expect(codeOf(await enrol(woman))).toBe('matching-off');
      await admin.post('/api/dpia', signOff);
      expect(codeOf(await enrol(woman))).toBe('permission-incomplete');
      await grantBiometric(office, pupilId);
      expect(codeOf(await enrol(await emptyPicture()))).toBe('reference-unusable');
      expect(codeOf(await enrol(Buffer.from('not a photo')))).toBe('not-an-image');
      const kept = async () => await service.database.selectFrom('files').selectAll().execute();
      expect(await kept()).toEqual([]);

      const enrolled = await enrol(woman);
      expect(enrolled.json).toMatchObject({ sizePx: expect.any(Number) as number });
      const { id } = enrolled.json as { id: string };
      expect(await kept()).toMatchObject([{ kind: 'enrolment' }]);
      const shown = await office.get(`/api/reference-photos/${id}`);
      expect(shown.headers.get('content-type')).toBe('image/jpeg');

      const twin = await addPupil(office, 'A2', 'Bea');
      await grantBiometric(office, twin);
      const same = await portraits.sameWoman();
      const refused = await enrol(same, undefined, twin);
      expect(codeOf(refused)).toBe('conflict');
      expect(refused.text).toContain(pupilId);
      expect((await enrol(same, { differsFrom: [pupilId] }, twin)).status).toBe(201);
      expect((await enrol(same)).status).toBe(409);

      expect((await office.send('DELETE', `/api/reference-photos/${id}`)).status).toBe(204);
      expect((await office.get(`/api/pupils/${pupilId}/reference-photos`)).json).toEqual({ photos: [], age: null });
      const left = await service.database.selectFrom('faceTemplates').select('pupilId').execute();
      expect(left).toEqual([{ pupilId: twin }]);
      const files = [];
      for await (const { kind } of service.vault.list()) files.push(kind);
      expect(files).toEqual(['enrolment']);
      expect(service.logLines.join('')).not.toContain('Ferrari');
    },
  );

  it('asks before it takes a photo that is not like the pupil’s own', { timeout: 300_000 }, async () => {
    const service = await startService({ jobConcurrency: 0 });
    const [admin, office] = [await service.signInAs('admin'), await service.signInAs('office')];
    await admin.post('/api/dpia', signOff);
    const pupilId = await addPupil(office, 'A1');
    await grantBiometric(office, pupilId);
    const enrol = async (photo: Buffer, body?: object) =>
      await office.send('POST', `/api/pupils/${pupilId}/reference-photos`, { form: photoForm(photo, body) });
    const files = async () => await service.database.selectFrom('files').select('id').execute();
    expect((await enrol(await portraits.woman())).status).toBe(201);
    expect((await enrol(await portraits.sameWoman())).status).toBe(201);
    const before = await files();
    const stranger = await portraits.other();
    const refused = await enrol(stranger);
    expect([codeOf(refused), refused.text]).toEqual([
      'conflict',
      expect.stringContaining('is not like the reference photos'),
    ]);
    expect(await files()).toEqual(before);
    expect((await enrol(stranger, { isSamePupil: true })).status).toBe(201);
    const { detailJson } = await service.database
      .selectFrom('auditEvents')
      .select('detailJson')
      .where('action', '=', 'reference/added')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(detailJson)).toMatchObject({ isSamePupil: true });
  });

  it('shows the portrait to moderators, cleaned and small, and replaces it', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const [office, moderator] = [await service.signInAs('office'), await service.signInAs('moderator')];
    const pupilId = await addPupil(office, 'A1');
    const path = `/api/pupils/${pupilId}/portrait`;
    expect((await moderator.get(path)).status).toBe(404);
    const put = async (bytes: Buffer) => (await office.send('PUT', path, { form: photoForm(bytes) })).status;
    const withExif = await sharp(await portraits.woman()).withExif({ IFD0: { Artist: 'Ada Ferrari' } }).jpeg().toBuffer(); // prettier-ignore
    expect(withExif.includes('Ada Ferrari')).toBe(true);
    expect(await put(withExif)).toBe(201);
    expect(await put(withExif)).toBe(201);
    expect((await moderator.get(`/api/pupils/${pupilId}`)).json).toMatchObject({ hasPortrait: true });
    const { text, headers } = await moderator.get(path);
    expect(headers.get('content-type')).toBe('image/jpeg');
    expect(text).not.toContain('Ada Ferrari');
    const files = [];
    for await (const { id } of service.vault.list()) files.push(await service.vault.read({ kind: 'portrait', id }));
    expect(files).toHaveLength(1);
    expect((await sharp(files[0]).metadata()).height).toBe(800);
    expect(await service.database.selectFrom('faceTemplates').selectAll().execute()).toEqual([]);
  });
});

/** A school on a real disk, with one pupil enrolled. */
async function enrolledSchool() {
  const folder = freshFolder();
  const store = await openStore(path.join(folder, 'photoward.db'));
  onTestFinished(() => store.close());
  const { database } = store;
  const vault = await openFileVault(path.join(folder, 'files'), testKeys, { clearTemporary: true });
  const clock = setClock();
  const at = clock.now().toISOString();
  const sealer = createSealer(testKeys);
  const parts = { database, vault, sealer, clock, wakeJobs: () => undefined, screening: sharedScreening };
  const actor = '01J00000000000000000000001';
  await database
    .insertInto('accounts')
    .values({
      id: actor,
      email: 'o@x.example',
      displayName: 'Office',
      passwordHash: null,
      state: 'active',
      createdAt: at,
    })
    .execute();
  const version = { policy: defaultSchoolPolicy, handling: defaultHandlingPolicy, reason: 'start', createdBy: null };
  await withTransaction(database, (trx) => insertPolicyVersion(trx, clock, version));
  await database
    .insertInto('dpiaSignOffs')
    .values({ id: actor, ...signOff, recordedAt: at, recordedBy: actor })
    .execute();
  const { id: pupilId } = await addPupilTo(parts, actor, pupilDetails('A1'));
  const contact = { name: 'Jo', email: null, phone: null, relationship: 'mother', isParent: true };
  const parent = (await addGuardian(parts, actor, pupilId, contact)).id;
  const record = async (event: Parameters<typeof recordBiometricEvent>[3]['event'], guardianId: string | null) =>
    await recordBiometricEvent(parts, actor, pupilId, { ...biometricEvent(event, guardianId), event });
  await record('parent-notified', parent);
  await record('parent-consented', parent);
  const upload = { path: path.join(folder, 'upload'), originalName: 'x.jpg', bytes: 1 };
  writeFileSync(upload.path, await portraits.woman());
  const { signal } = new AbortController();
  await setPortrait(parts, actor, pupilId, upload, signal);
  await enrolPupil(parts, { pupilId, actor, differsFrom: [], isSamePupil: false }, upload, signal);
  return { folder, parts, database, vault, sealer, record, parent, pupilId, actor, clock };
}

type School = Awaited<ReturnType<typeof enrolledSchool>>;

/** What must be gone: the template as it was sealed and as it was in the clear, the photo as it was and as it was sealed. */
async function traces({ database, vault, sealer, folder }: School) {
  const template = await database.selectFrom('faceTemplates').selectAll().executeTakeFirstOrThrow();
  const photo = await database
    .selectFrom('referencePhotos')
    .selectAll()
    .where('purpose', '=', 'enrolment')
    .executeTakeFirstOrThrow();
  const sealed = Buffer.from(template.sealedVector);
  const plain = sealer.open(`template/${template.id}`, sealed);
  const picture = await vault.read({ kind: 'enrolment', id: photo.fileId });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const file = files.find((name) => path.basename(name) === photo.fileId)!;
  const sealedPicture = readFileSync(path.join(folder, file));
  const middle = (bytes: Buffer): Buffer => bytes.subarray(bytes.length >> 1, (bytes.length >> 1) + 64);
  return {
    ids: { template: template.id, photo: photo.id, file: photo.fileId },
    bytes: { sealed: middle(sealed), plain: middle(plain), picture: middle(picture), sealedPicture: middle(sealedPicture) },
  };
} // prettier-ignore

/** Every file below the folder that holds one of these, by name. */
function filesHolding(folder: string, needles: Readonly<Record<string, Buffer>>): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'upload')
    .flatMap((entry) => {
      const bytes = readFileSync(path.join(entry.parentPath, entry.name));
      return Object.entries(needles).flatMap(([name, needle]) =>
        bytes.includes(needle) ? [`${entry.name}: ${name}`] : [],
      );
    });
}

/** Every table that holds one of these ids, in any column. */
async function tablesHolding({ database }: School, ids: readonly string[]): Promise<string[]> {
  const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(database);
  const holding: string[] = [];
  for (const { name } of tables.rows) {
    const rows = await sql`select * from ${sql.table(name)}`.execute(database);
    if (ids.some((id) => JSON.stringify(rows.rows).includes(id))) holding.push(name);
  }
  return holding.sort();
}

/** Who can be compared today. */
async function comparable(school: School): Promise<readonly string[]> {
  return [...((await galleryOf(school))?.keys() ?? [])];
}

/** Whose templates are opened today. */
async function galleryOf({ database, sealer, clock, parts }: School) {
  const today = isoToday(clock);
  const model = await parts.screening().templateModel();
  const open = await openGallery(database, sealer, await readRegister(database, today), today, model);
  return open?.gallery;
}

/** On the last day everything is as before; on the next nobody is compared, and the nightly run erases. */
async function leaveLater(school: School): Promise<void> {
  const { parts, actor, pupilId, clock } = school;
  await recordLeaving(parts, actor, pupilId, { leftOn: '2026-03-05', version: 1 });
  clock.advance(3 * 86_400_000);
  expect([isoToday(clock), await comparable(school)]).toEqual(['2026-03-05', [pupilId]]);
  const run = { dryRun: false, startedBy: null };
  expect((await runRetention(parts, run)).counts).toMatchObject({ leaverTemplates: 0 });
  clock.advance(86_400_000);
  expect(await comparable(school)).toEqual([]);
  expect((await runRetention(parts, run)).counts).toMatchObject({ leaverTemplates: 1 });
}

it('ends with childhood: from the 18th birthday on nobody is compared, and the nightly run erases', async () => {
  const school = await enrolledSchool();
  const { parts, database, pupilId, clock } = school;
  await database.updateTable('pupils').set({ dateOfBirth: '2008-03-05' }).where('id', '=', pupilId).execute();
  const gone = await traces(school);
  const run = { dryRun: false, startedBy: null };
  clock.set('2026-03-04T23:00:00.000Z');
  expect(await comparable(school)).toEqual([pupilId]);
  expect((await runRetention(parts, run)).counts).toMatchObject({ leaverTemplates: 0 });
  clock.set('2026-03-05T00:30:00.000Z');
  expect(await comparable(school)).toEqual([]);
  expect((await runRetention(parts, run)).counts).toMatchObject({ leaverTemplates: 1 });
  expect(filesHolding(school.folder, gone.bytes)).toEqual([]);
});

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

describe('a reference photo that grows old', () => {
  it('is said to be old after half a year and not relied on after a year, until there is a new one', async () => {
    const school = await enrolledSchool();
    const { parts, pupilId, clock, database } = school;
    const look = async () => [
      (await listReferencePhotos(parts, pupilId)).age,
      (await galleryOf(school))?.get(pupilId)?.isAged,
    ];
    expect(await look()).toEqual(['current', false]);
    clock.advance(182 * 86_400_000);
    expect(await look()).toEqual(['ageing', false]);
    clock.advance(183 * 86_400_000);
    expect(await look()).toEqual(['aged', true]);
    const upload = { path: path.join(school.folder, 'upload'), originalName: 'x.jpg', bytes: 1 };
    const { signal } = new AbortController();
    const { id } = await enrolPupil(
      parts,
      { pupilId, actor: school.actor, differsFrom: [], isSamePupil: false },
      upload,
      signal,
    );
    expect(await look()).toEqual(['current', false]);
    // A new photo that the nets in use do not compare makes no old one younger.
    const others = database.updateTable('faceTemplates').set({ model: 'another@1' });
    await others.where('referencePhotoId', '=', id).execute();
    expect(await look()).toEqual(['aged', true]);
    await others.execute();
    expect(await look()).toEqual([null, undefined]);
  });
});

describe('the end of a biometric permission', () => {
  it.each([
    ['a parent withdraws', (school: School) => school.record('withdrawn', school.parent)],
    ['the pupil objects', (school: School) => school.record('pupil-objected', null)],
    [
      'the pupil leaves',
      (school: School) =>
        recordLeaving(school.parts, school.actor, school.pupilId, { leftOn: '2026-03-01', version: 1 }),
    ],
    ['the last day comes that was recorded ahead', leaveLater],
  ])('destroys template and reference photo at once, in every table and every file: %s', async (_name, end) => {
    const school = await enrolledSchool();
    const { ids, bytes } = await traces(school);
    // The search finds what is there, so that finding nothing afterwards means something.
    expect(filesHolding(school.folder, bytes).map((hit) => hit.split(': ')[1])).toEqual(
      expect.arrayContaining(['sealed', 'sealedPicture']),
    );
    expect(await tablesHolding(school, Object.values(ids))).toContain('face_templates');
    await end(school);
    expect(filesHolding(school.folder, bytes)).toEqual([]);
    expect(filesHolding(path.join(school.folder, 'files'), bytes)).toEqual([]);
    // What stays is the record that it was there and is gone: ids alone, in the audit log and the list of files.
    expect(await tablesHolding(school, Object.values(ids))).toEqual(['audit_events', 'files']);
    const file = await school.database.selectFrom('files').selectAll().where('id', '=', ids.file).executeTakeFirst();
    expect(file?.erasedAt).not.toBeNull();
    const left = [];
    for await (const { kind } of school.vault.list()) left.push(kind);
    expect(left).toEqual(['portrait']);
    expect(readdirSync(school.vault.temporaryFolder)).toEqual([]);
  });
});

import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { auditEndpoints } from '../../src/contract/audit.ts';
import { channelEndpoints } from '../../src/contract/channels.ts';
import { biometricEndpoints, consentEndpoints } from '../../src/contract/register-answers.ts';
import { guardianEndpoints } from '../../src/contract/register-guardians.ts';
import { importEndpoints } from '../../src/contract/register-imports.ts';
import { registerPhotoEndpoints } from '../../src/contract/register-photos.ts';
import { pupilEndpoints, registerEndpoints } from '../../src/contract/register.ts';
import { releaseEndpoints } from '../../src/contract/release.ts';
import { setupEndpoints } from '../../src/contract/setup.ts';
import { subjectRightsEndpoints } from '../../src/contract/subject-rights.ts';
import { takedownEndpoints } from '../../src/contract/takedowns.ts';
import { uploadEndpoints } from '../../src/contract/uploads.ts';
import { askUntil, type Caller } from '../../src/demo/open-caller.ts';
import { application, approval, signOff } from '../features/setup/application.ts';
import { answers } from '../features/uploads/seed.ts';
import { holdsText } from '../support/holds-text.ts';
import { startEmptyService } from '../support/service/start-service.ts';
import { decideTwelve } from './decide-twelve.ts';
import { downloadZip, signInSix, type Six } from './people.ts';
import { referencePicture, twelvePhotos } from './twelve-photos.ts';

type Names = 'freya' | 'ada' | 'ben' | 'cara';
type Pupils = Readonly<Record<Names, string>>;

const channelId = 'website';
const postedAt = 'https://oakfield.example/news/fair';

async function openTheChannel({ admin, office, staff }: Six): Promise<void> {
  const { ask } = admin.caller;
  const asked = application({ accountIds: { staff: staff.id, office: office.id } }, channelId);
  await ask(channelEndpoints.apply, { body: channelEndpoints.apply.body.parse(asked) });
  const opening = staff.caller.ask(uploadEndpoints.open, { body: batchOf([]) });
  await expect(opening).rejects.toMatchObject({ detail: expect.stringContaining('channel-not-open') as string });
  const body = channelEndpoints.review.body.parse(approval);
  await ask(channelEndpoints.review, { params: { channelId }, body });
  await ask(setupEndpoints.signOffDpia, { body: signOff });
  expect(await ask(setupEndpoints.readMatching)).toMatchObject({ isMatchingOn: true });
}

const list = `Admission Number,Legal Forename,Legal Surname,Reg Group,DOB
F1,Freya,Lindqvist,4B,2016-05-01
A1,Ada,Ferrari,4B,2016-06-01
B1,Ben,Marlow,4B,2016-07-01
C1,Cara,Nowak,4B,2016-08-01
`;

/** A list with a mistake first, which changes nothing; then the mended one. */
async function importPupils({ caller: { ask } }: Six['office']): Promise<Pupils> {
  const fileOf = (text: string) => ({ files: [{ name: 'pupils.csv', bytes: Buffer.from(text) }] });
  const wrong = await ask(importEndpoints.checkPupils, fileOf(list.replace('2016-06-01', '31/31/2016')));
  expect(wrong.counts).toMatchObject({ problem: 1 });
  const refused = ask(importEndpoints.apply, { params: { importId: wrong.id } });
  await expect(refused).rejects.toMatchObject({ detail: expect.stringContaining('import-has-problems') as string });
  const right = await ask(importEndpoints.checkPupils, fileOf(list));
  expect(right.counts).toMatchObject({ add: 4, problem: 0 });
  expect((await ask(pupilEndpoints.list)).items).toEqual([]);
  await ask(importEndpoints.apply, { params: { importId: right.id } });
  const { items } = await ask(pupilEndpoints.list);
  return Object.fromEntries(items.map(({ id, firstName }) => [firstName.toLowerCase(), id])) as Record<Names, string>;
}

/** Freya may not appear, nobody has answered for Ben, the others may. */
async function recordAnswers(ask: Caller['ask'], pupils: Pupils): Promise<string> {
  const guardian = { name: 'Ida Lindqvist', email: null, phone: null, relationship: 'mother', isParent: true };
  const params = { pupilId: pupils.freya };
  const { id: guardianId } = await ask(guardianEndpoints.add, { params, body: guardian });
  for (const [name, answer] of [['freya', 'refused'], ['ada', 'permitted'], ['cara', 'permitted']] as const) {
    await answerFor(ask, pupils[name], answer);
  } // prettier-ignore
  const register = await ask(registerEndpoints.read, { query: { channelId } });
  expect(register.items.map(({ firstName, reason }) => [firstName, reason]).sort()).toEqual([
    ['Ben', 'no-record'],
    ['Freya', 'refused'],
  ]);
  return guardianId;
}

async function answerFor(
  ask: Caller['ask'],
  pupilId: string,
  answer: 'permitted' | 'refused' | 'withdrawn',
): Promise<void> {
  const validUntil = answer === 'permitted' ? '2026-08-31' : null;
  await ask(consentEndpoints.record, {
    params: { pupilId },
    body: {
      ...{ channelId, answer, basis: 'consent', validFrom: '2026-03-01', validUntil, guardianId: null },
      ...{ givenBy: 'A parent', method: 'paper-form', evidenceReference: null },
    },
  });
}

/** No template before each parent was told and one consented in writing. */
async function enrol(ask: Caller['ask'], pupilId: string, guardianId: string): Promise<void> {
  const files = [{ name: 'freya.jpg', bytes: await referencePicture() }];
  const add = () => ask(registerPhotoEndpoints.add, { params: { pupilId }, files });
  await expect(add()).rejects.toMatchObject({ detail: expect.stringContaining('permission-incomplete') as string });
  for (const event of ['parent-notified', 'parent-consented'] as const) {
    const body = { event, guardianId, happenedOn: '2026-03-01', inWriting: true, evidenceReference: null };
    await ask(biometricEndpoints.record, { params: { pupilId }, body });
  }
  expect((await add()).frontality).toBeGreaterThan(0.5);
}

function batchOf(pupils: string[]) {
  return {
    ...{ title: 'Spring fair', eventDate: '2026-02-27', channels: [channelId] },
    roll: { wholeSchool: false, classes: [], years: [], pupils },
    ...{ caption: 'A sunny day', altText: 'Two children at the fair', checklist: [...answers] },
  };
}

/** Photo ids by file name, after screening. */
async function uploadAll(ask: Caller['ask'], pupils: Pupils) {
  const { id: batchId } = await ask(uploadEndpoints.open, { body: batchOf(Object.values(pupils)) });
  const photos = await twelvePhotos();
  for (const [name, bytes] of Object.entries(photos)) {
    const { results } = await ask(uploadEndpoints.upload, { params: { batchId }, files: [{ name, bytes }] });
    expect(results[0]).toMatchObject({ outcome: 'received' });
  }
  const files = [{ name: 'again.jpg', bytes: photos['cover.jpg']! }];
  const again = await ask(uploadEndpoints.upload, { params: { batchId }, files });
  expect(again.results[0]).toMatchObject({ outcome: 'already-there' });
  await ask(uploadEndpoints.submit, { params: { batchId } });
  const read = () => ask(uploadEndpoints.read, { params: { batchId } });
  const batch = await askUntil(read, ({ counts }) => counts.waiting === 0);
  expect(batch.photos).toHaveLength(12);
  return { batchId, photos: new Map(batch.photos.map(({ fileName, id }) => [fileName, id])) };
}

/** The ZIP holds what the manifest says and nothing of the cameras. */
async function release(origin: string, { staff, moderator }: Six, batchId: string): Promise<string[]> {
  const { ask } = staff.caller;
  const prepared = await ask(releaseEndpoints.prepare, { params: { batchId }, body: { channelId } });
  expect(prepared.queued).toBe(10);
  const read = () => ask(releaseEndpoints.status, { params: { batchId, channelId } });
  const { photos } = await askUntil(read, (status) => status.photos.every(({ state }) => !/ready$|ing$/.test(state) || state === 'not-ready')); // prettier-ignore
  const files = await downloadZip(origin, 'staff', `/api/batches/${batchId}/releases/${channelId}/photos.zip`);
  const manifest = JSON.parse(files.get('manifest.json')!.toString()) as {
    photos: { file: string; sha256: string; release: string }[];
  };
  expect([...files.keys()].sort()).toEqual(
    ['manifest.csv', 'manifest.json', ...manifest.photos.map(({ file }) => file)].sort(),
  );
  for (const { file, sha256 } of manifest.photos) {
    const bytes = files.get(file)!;
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    const { exif, xmp, iptc, format } = await sharp(bytes).metadata();
    expect([exif, xmp, iptc, format]).toEqual([undefined, undefined, undefined, 'jpeg']);
    for (const text of ['Holly Marker', 'GPSLatitude', 'Exif']) expect(holdsText(bytes, text)).toBe(false);
  }
  const releases = manifest.photos.map((photo) => photo.release);
  expect(new Set(releases)).toEqual(new Set(photos.flatMap(({ releaseId }) => releaseId ?? [])));
  for (const releaseId of releases) {
    const body = { url: postedAt, postedOn: '2026-03-02' };
    await ask(releaseEndpoints.post, { params: { releaseId }, body });
  }
  const { items } = await moderator.caller.ask(releaseEndpoints.ledger);
  expect(items.map(({ posts }) => posts.length)).toEqual(releases.map(() => 1));
  return releases;
}

/** Ada’s permission ends: everything that relied on it is to come down, and is taken down. */
async function withdraw({ office, staff }: Six, pupilId: string, releases: readonly string[]): Promise<void> {
  await answerFor(office.caller.ask, pupilId, 'withdrawn');
  const read = () => office.caller.ask(takedownEndpoints.list, { query: { state: 'all' } });
  const { items } = await askUntil(read, (page) => page.items.length === releases.length);
  for (const { cause, posts } of items)
    expect([cause, ...posts.map(({ url }) => url)]).toEqual(['withdrawn', postedAt]);
  // The one that was overridden for Freya, too: nothing new is recorded about her, so it comes down for Ada alone.
  expect(items.filter((item) => item.pupil?.id === pupilId)).toHaveLength(releases.length);
  for (const { id: takedownId } of items) {
    const body = { outcome: 'removed', note: '' } as const;
    await staff.caller.ask(takedownEndpoints.complete, { params: { takedownId }, body });
  }
  expect((await read()).items.map(({ state }) => state)).toEqual(items.map(() => 'done'));
}

/** Every table and every file: what is only hers is gone. */
async function eraseFreya({ database, vault }: TestStore, { office, dsl }: Six, pupilId: string): Promise<void> {
  expect(await kindsOf(vault)).toContain('enrolment');
  const body = { schoolNumber: 'F1' };
  const { id: erasureId } = await office.caller.ask(subjectRightsEndpoints.erase, { params: { pupilId }, body });
  const read = () => dsl.caller.ask(subjectRightsEndpoints.read, { params: { erasureId } });
  const { proof } = await askUntil(read, ({ finishedAt }) => finishedAt !== null);
  expect(proof.rows).toMatchObject({ pupils: 1, faceTemplates: 1, referencePhotos: 1, consents: 1 });
  expect(await kindsOf(vault)).not.toContain('enrolment');
  for (const { name } of await database.introspection.getTables()) {
    if (['erasures', 'auditEvents', 'audit_events'].includes(name)) continue;
    const rows = await database
      .selectFrom(name as 'pupils')
      .selectAll()
      .execute();
    expect([name, JSON.stringify(rows).includes(pupilId)]).toEqual([name, false]);
  }
}

type TestStore = Pick<Awaited<ReturnType<typeof startEmptyService>>['service']['parts'], 'database' | 'vault'>;

async function kindsOf(vault: TestStore['vault']): Promise<string[]> {
  const kinds = [];
  for await (const { kind } of vault.list()) kinds.push(kind);
  return kinds;
}

it('walks from the set-up link to the erasure of a pupil, as six people, on real photos', async () => {
  const { service, origin, logLines } = await startEmptyService();
  const six = await signInSix(origin, (await service.offerSetUpLink(origin))!);
  const { office, dsl, staff } = six;
  await openTheChannel(six);
  const pupils = await importPupils(office);
  const guardianId = await recordAnswers(office.caller.ask, pupils);
  await enrol(office.caller.ask, pupils.freya, guardianId);
  const { batchId, photos } = await uploadAll(staff.caller.ask, pupils);
  await decideTwelve(six, photos, pupils);
  const releases = await release(origin, six, batchId);
  await withdraw(six, pupils.ada, releases);
  await eraseFreya(service.parts, six, pupils.freya);
  const verified = await dsl.caller.ask(auditEndpoints.verify, { body: {} });
  expect(verified).toMatchObject({ whole: true, broken: null });
  expect(verified.head!.seq).toBeGreaterThan(100);
  expect(logLines.join('')).not.toMatch(/Freya|Lindqvist|oakfield\.example|cover\.jpg/);
}, 900_000);

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise, type ZipFile } from 'yauzl';
import { startService, type TestService } from '../../support/service/start-service.ts';
import { faceAt } from '../../policy/evidence-of.ts';
import { addParent, addPupil, permitted } from '../register/world.ts';
import { addBatch, addPhoto, readyWorld, releaseAll, settle } from '../release/release-world.ts';
import { makeKnownPupil } from './world.ts';
import { findMentions } from '../../../src/features/subject-rights/find-mentions.ts';
import { findTraces } from '../../../src/features/subject-rights/find-traces.ts';
import { insertFile } from '../../../src/store/insert-file.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import { erasedReason } from '../../../src/policy/without-pupil.ts';

interface Erasure {
  readonly finishedAt: string | null;
  readonly proof: {
    readonly rows: Readonly<Record<string, number>>;
    readonly files: number;
    readonly placesSearched: number;
    readonly mentions: readonly { readonly place: string; readonly count: number; readonly rows: readonly string[] }[];
    readonly photos: readonly string[];
    readonly takedowns: readonly string[];
  };
}

/** All bytes of the database: rows, free pages, everything. */
const bytesOf = ({ service }: TestService): Buffer => service.parts.store.serialize();

it('erases a pupil everywhere, proves it, and leaves the others and the audit log whole', async () => {
  const service = await startService();
  const world = await makeKnownPupil(service);
  const { office, dsl, pupilId, classmateId, photoId, files } = world;
  const erase = `/api/pupils/${pupilId}/erasure`;
  expect((await office.post(erase, { schoolNumber: 'P-4712' })).status).toBe(400);
  expect((await office.post(erase, { schoolNumber: 'P-4711' })).status).toBe(403);
  expect(bytesOf(service).includes('ZZZZZZZZ')).toBe(true);
  const reply = await dsl.post(erase, { schoolNumber: 'P-4711' });
  expect([reply.status, service.logLines.filter((line) => line.includes('still held'))]).toEqual([202, []]);
  const { id } = reply.json as { id: string };
  const read = async () => (await dsl.get(`/api/erasures/${id}`)).json as Erasure;
  await expect.poll(async () => (await read()).finishedAt, { timeout: 10_000 }).not.toBeNull();
  const { proof } = await read();
  expect(proof).toMatchObject({ files: 3, photos: [photoId] });
  expect(proof.rows).toMatchObject({ pupils: 1, guardians: 1, consents: 1, restrictions: 1, faceTemplates: 1 });
  expect(proof.placesSearched).toBeGreaterThan(200);
  expect(proof.mentions).toEqual([{ place: 'releases.caption', count: 1, rows: [world.releaseId] }]);
  expect(proof.takedowns).toHaveLength(1);

  const bytes = bytesOf(service);
  for (const text of ['P-4711', 'Hester', 'Court order', 'ZZZZZZZZ', 'Zenobia Quennell may not appear']) {
    expect(bytes.includes(text), text).toBe(false);
  }
  for (const { kind, id: fileId } of files) expect(await service.vault.has({ kind, id: fileId })).toBe(false);
  const names = readdirSync(path.dirname(service.vault.temporaryFolder), { recursive: true, withFileTypes: true });
  for (const file of names.filter((entry) => entry.isFile())) {
    expect(files.map((one) => one.id)).not.toContain(file.name);
    expect(readFileSync(path.join(file.parentPath, file.name)).includes('Zenobia')).toBe(false);
  }
  expect((await dsl.get(`/api/pupils/${pupilId}`)).status).toBe(404);
  expect((await dsl.get(`/api/pupils/${classmateId}`)).status).toBe(200);
  const verdict = await service.database.selectFrom('verdicts').selectAll().executeTakeFirstOrThrow();
  expect(JSON.parse(verdict.findingsJson)).toMatchObject([
    { severity: 'block', reason: erasedReason, pupils: [classmateId] },
  ]);
  expect(JSON.parse(verdict.coverageJson)).toMatchObject({ lineUp: [classmateId] });
  const lines = await service.database.selectFrom('importLines').select('rowJson').execute();
  expect(lines).toEqual([{ rowJson: '{"schoolNumber":"P-4712"}' }]);
  const takedown = await service.database.selectFrom('takedowns').selectAll().executeTakeFirstOrThrow();
  expect(takedown).toMatchObject({
    cause: 'erasure',
    dueOn: '2026-03-04',
    ownerId: service.accountIds.staff,
    pupilId: null,
  });
  expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
  expect((await dsl.post(erase, { schoolNumber: 'P-4711' })).status).toBe(404);
});

it('erases whoever answered for the pupil and was parted from them since', async () => {
  const service = await startService();
  const office = await service.signInAs('office');
  const pupilId = await addPupil(office, 'P-9', 'Zenobia', 'Quennell');
  const parted = await addParent(office, pupilId, 'Griselda Quennell');
  await office.post(`/api/pupils/${pupilId}/consents`, permitted(null, parted));
  expect((await office.send('DELETE', `/api/pupils/${pupilId}/guardians/${parted}?version=1`)).status).toBe(204);
  expect(bytesOf(service).includes('Griselda')).toBe(true);
  const { id } = (await office.post(`/api/pupils/${pupilId}/erasure`, { schoolNumber: 'P-9' })).json as { id: string };
  const finished = async () => ((await office.get(`/api/erasures/${id}`)).json as Erasure).finishedAt;
  await expect.poll(finished, { timeout: 10_000 }).not.toBeNull();
  expect(bytesOf(service).includes('Griselda')).toBe(false);
});

it('undoes the whole when one trace is left in a place nobody thought of', async () => {
  const service = await startService();
  const { dsl, pupilId } = await makeKnownPupil(service);
  await service.database
    .updateTable('school')
    .set({ address: `see ${pupilId}` })
    .execute();
  expect((await dsl.post(`/api/pupils/${pupilId}/erasure`, { schoolNumber: 'P-4711' })).status).toBe(500);
  expect(service.logLines.join('')).toContain('still held in school.address');
  expect((await dsl.get(`/api/pupils/${pupilId}`)).status).toBe(200);
  expect(await service.database.selectFrom('faceTemplates').select('id').execute()).toHaveLength(1);
  expect(await service.database.selectFrom('erasures').select('id').execute()).toEqual([]);
});

async function entriesOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip: ZipFile = await fromBufferPromise(bytes);
  const entries = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return entries;
}

/** Tables whose part has another name in the copy, and jobs, which hold ids alone and go within days. */
const elsewhere = new Set([
  ...[
    'pupils',
    'pupil_guardians',
    'pupil_siblings',
    'evidence_items',
    'verdicts',
    'drawn_faces',
    'audit_events',
    'jobs',
  ],
  ...['release_consents'],
]);

it('gives the safeguarding lead everything held on a pupil, and nothing about the classmate', async () => {
  const service = await startService();
  const { dsl, pupilId, releaseId } = await makeKnownPupil(service);
  const published = await service.vault.write('release', Buffer.from('Zenobia on the website'));
  await withTransaction(service.database, async (trx) => {
    await insertFile(trx, service.clock, published, 'image/jpeg');
    await trx.updateTable('releases').set({ fileId: published.id }).where('id', '=', releaseId).execute();
  });
  const response = await fetch(new URL(`/api/pupils/${pupilId}/subject-access`, service.origin), {
    method: 'POST',
    headers: {
      ...{ origin: service.origin, 'sec-fetch-site': 'same-origin' },
      cookie: [...dsl.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  });
  expect(response.status).toBe(200);
  const entries = await entriesOf(Buffer.from(await response.arrayBuffer()));
  const text = entries.get('everything.json')!.toString();
  const everything = JSON.parse(text) as Record<string, unknown[]>;
  expect(everything).toMatchObject({
    pupil: { schoolNumber: 'P-4711', firstName: 'Zenobia' },
    guardians: [{ name: 'Hester Quennell' }],
    consents: [{ answer: 'permitted' }],
    restrictions: [{ reason: 'Court order 17, father must not know' }],
    faceTemplates: [{ model: 'm' }],
    lineUpAnswers: [{ answer: 'here' }],
    publications: [{ caption: 'Well done, Zenobia Quennell!' }],
    posts: [{ url: 'https://oakfield.example/1' }, { url: 'https://oakfield.example/2' }],
    findings: [{ findings: [{ code: 'match/on-register' }] }],
    comparisons: [{ likenesses: [0.9] }],
    lineUps: [{}],
    importLines: [{ rowJson: '{"schoolNumber":"P-4711"}' }],
  });
  expect(everything['events']!.length).toBeGreaterThan(3);
  expect(JSON.stringify(everything['events'])).toContain('restriction/recorded');
  // Every table in which the pupil stands has its part in the copy.
  const { traces } = await findTraces(service.database, [pupilId]);
  const tables = [...new Set(traces.map(({ place }) => place.split('.')[0]!))].filter((table) => !elsewhere.has(table));
  expect(
    tables.filter(
      (table) => everything[table.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase())] === undefined,
    ),
  ).toEqual([]);
  expect(entries.get('read-me-first.txt')!.toString()).toContain('before you hand any of it over');
  expect(text).not.toContain('Marlow');
  expect(text).not.toContain('sealed');
  const pictures = [...entries].filter(([name]) => name.startsWith('files/')).map(([, bytes]) => bytes.toString());
  expect(pictures.sort()).toEqual(['Zenobia on the website', 'face of Zenobia', 'portrait of Zenobia']);
  expect([...entries.keys()].filter((name) => name.startsWith('files/') && !name.endsWith('.jpg'))).toEqual([]);
  const last = await service.database
    .selectFrom('auditEvents')
    .select('action')
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  expect(last).toEqual({ action: 'pupil/read-for-subject-access' });
});

it('says where a name with accents still stands', async () => {
  const service = await startService();
  await readyWorld(service, await service.signInAs('admin'));
  for (const caption of ['With Élodie Ŵynn-Jones', 'WITH ÉLODIE ŴYNN-JONES', 'with élodie ŵynn-jones']) {
    const batchId = await addBatch(service);
    await service.database.updateTable('batches').set({ caption }).where('id', '=', batchId).execute();
  }
  const { traces } = await findTraces(service.database, ['Élodie Ŵynn-Jones']);
  expect(traces).toEqual([{ place: 'batches.caption', count: 3 }]);
});

it('says in which photos a name was read', async () => {
  const service = await startService();
  await readyWorld(service, await service.signInAs('admin'));
  const text = [{ text: 'Wilhelmina Quennell', quad: [], score: 0.9, kind: 'print' as const }];
  const batchId = await addBatch(service);
  const photoId = await addPhoto(service, batchId);
  await service.database
    .updateTable('evidenceItems')
    .set({ itemJson: JSON.stringify(text) })
    .where('photoId', '=', photoId)
    .where('name', '=', 'text')
    .execute();
  const mentions = await findMentions(service.database, ['wilhelmina quennell']);
  expect(mentions).toEqual([{ place: 'evidence_items.item_json', count: 1, rows: [photoId] }]);
});

describe('what is published of a pupil who is erased', () => {
  const oneFace = { faces: [faceAt(200)], match: { compared: [], faces: [{ incomparable: null, candidates: [] }] } };

  async function publish(service: TestService, roll: 'class' | 'pupil') {
    const { pupilId } = await readyWorld(service, await service.signInAs('admin'));
    const batchId = await addBatch(service);
    if (roll === 'pupil') {
      const alone = { groupKind: 'pupil', groupName: pupilId } as const;
      await service.database.updateTable('batchRoll').set(alone).where('batchId', '=', batchId).execute();
    }
    await addPhoto(service, batchId, { values: oneFace });
    return { pupilId, releaseId: await releaseAll(service, batchId) };
  }

  async function erase(service: TestService, pupilId: string): Promise<readonly string[]> {
    const dsl = await service.signInAs('dsl');
    const { schoolNumber } = (await dsl.get(`/api/pupils/${pupilId}`)).json as { schoolNumber: string };
    const reply = await dsl.post(`/api/pupils/${pupilId}/erasure`, { schoolNumber });
    expect([reply.status, reply.json]).toMatchObject([202, {}]);
    await settle(service);
    const rows = await service.database.selectFrom('takedowns').select(['releaseId', 'cause']).execute();
    expect(rows.every(({ cause }) => cause === 'erasure')).toBe(true);
    return rows.map(({ releaseId }) => releaseId);
  }

  it('comes down where they stand alone on its roll, and not where their class does', async () => {
    const service = await startService();
    const { pupilId, releaseId } = await publish(service, 'pupil');
    expect(await erase(service, pupilId)).toEqual([releaseId]);
    const other = await startService();
    expect(await erase(other, (await publish(other, 'class')).pupilId)).toEqual([]);
  });

  it('comes down where a person was asked to look for them and has not', async () => {
    const service = await startService();
    const { pupilId, releaseId } = await publish(service, 'class');
    const office = await service.signInAs('office');
    const withdrawn = { ...permitted(null), answer: 'withdrawn', validFrom: '2026-03-02', validUntil: null };
    expect((await office.post(`/api/pupils/${pupilId}/consents`, withdrawn)).status).toBe(201);
    await settle(service);
    expect(await erase(service, pupilId)).toEqual([releaseId]);
  });
});

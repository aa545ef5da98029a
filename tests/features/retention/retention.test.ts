import { expect, it } from 'vitest';
import type { FileKind, FileVault, StoredFile } from '../../../src/files/file-vault.ts';
import { listRuns } from '../../../src/features/retention/list-runs.ts';
import { retentionJobs } from '../../../src/features/retention/jobs.ts';
import type { RetentionRun } from '../../../src/features/retention/run-retention.ts';
import { dailyRetentionKind } from '../../../src/jobs/enqueue-daily-retention.ts';
import { isoNow } from '../../../src/lib/clock.ts';
import { newId } from '../../../src/lib/new-id.ts';
import { insertFile } from '../../../src/store/insert-file.ts';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import { startService, type TestService } from '../../support/service/start-service.ts';
import { addBatch, addPhoto, addPupil } from '../release/release-world.ts';
import { openChannel } from '../setup/application.ts';

const dayMs = 86_400_000;
const none = {
  ...{ originals: 0, unreleasedPhotos: 0, releasedPhotos: 0, leavers: 0, leaverTemplates: 0 },
  ...{ rejectedPictures: 0, imports: 0, sessions: 0, invitations: 0, jobs: 0, deliveries: 0 },
};

async function store(service: TestService, kind: FileKind, vault: FileVault = service.vault): Promise<StoredFile> {
  const file = await vault.write(kind, Buffer.from(`a ${kind}`));
  await withTransaction(service.database, (trx) => insertFile(trx, service.clock, file, 'image/jpeg'));
  return file;
}

/** A batch decided now with one photo in this state that still has its original. */
async function addDecided(service: TestService, state: string) {
  const batchId = await addBatch(service);
  const photoId = await addPhoto(service, batchId);
  const original = await store(service, 'original');
  const { database, clock } = service;
  await database.updateTable('photos').set({ state, originalFileId: original.id }).where('id', '=', photoId).execute();
  const decided = { state: 'decided' as const, decidedAt: isoNow(clock) };
  await database.updateTable('batches').set(decided).where('id', '=', batchId).execute();
  return { batchId, photoId, original };
}

async function run(service: TestService, dryRun: boolean) {
  const admin = await service.signInAs('admin');
  const reply = await admin.post('/api/retention/runs', { dryRun });
  expect(reply.status, reply.text).toBe(201);
  return (reply.json as { counts: Record<string, number> }).counts;
}

it('erases originals after the grace, rejected photos later, and counts first when asked to', async () => {
  const service = await startService();
  await openChannel(service, await service.signInAs('admin'), 'website');
  const { photoId, original } = await addDecided(service, 'rejected');
  const quarantined = await addDecided(service, 'flagged');
  await service.database.updateTable('photos').set({ quarantined: 1 }).where('id', '=', quarantined.photoId).execute();
  service.clock.advance(6 * dayMs);
  expect(await run(service, false)).toEqual(none);
  service.clock.advance(2 * dayMs);
  expect(await run(service, true)).toEqual({ ...none, originals: 1 });
  expect(await service.vault.has(original)).toBe(true);
  expect(await run(service, false)).toEqual({ ...none, originals: 1 });
  expect(await service.vault.has(original)).toBe(false);
  expect(await run(service, false)).toEqual(none);
  service.clock.advance(40 * dayMs);
  expect(await run(service, false)).toMatchObject({ unreleasedPhotos: 1 });
  const left = await service.database.selectFrom('photos').select('id').execute();
  expect(left).toEqual([{ id: quarantined.photoId }]);
  expect(await service.vault.has(quarantined.original)).toBe(true);
  expect(
    await service.database.selectFrom('evidenceItems').select('id').where('photoId', '=', photoId).execute(),
  ).toEqual([]);
  const admin = await service.signInAs('admin');
  expect((await admin.get('/api/retention/runs')).json).toMatchObject({
    runs: [{ dryRun: false }, {}, {}, { dryRun: true }, {}],
  });
  expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
});

it('keeps a released photo for its time and while a takedown is open; the ledger stays for good', async () => {
  const service = await startService();
  const { database, clock, accountIds } = service;
  await openChannel(service, await service.signInAs('admin'), 'website');
  const { photoId, batchId } = await addDecided(service, 'released');
  const file = await store(service, 'release');
  const policy = await database.selectFrom('policyVersions').select('id').executeTakeFirstOrThrow();
  const releaseId = newId();
  await database
    .insertInto('releases')
    .values({
      ...{ id: releaseId, photoId, batchId, channelId: 'website', fileId: file.id, fileName: '1.jpg', sha256: 'x' },
      ...{ bytes: 1, width: 1, height: 1, perceptualHash: '0', caption: 'Fair', altText: '', approvedBy: null },
      ...{ decisionId: null, verdictId: null, policyVersionId: policy.id, releasedBy: accountIds.staff },
      ...{ releasedAt: isoNow(clock), takenDownAt: null },
    })
    .execute();
  const takedown = { id: newId(), releaseId, cause: 'asked' as const, pupilId: null, ownerId: accountIds.staff };
  const open = {
    dueOn: '2026-03-04',
    createdAt: isoNow(clock),
    doneAt: null,
    doneBy: null,
    outcome: null,
    outcomeNote: null,
  };
  await database
    .insertInto('takedowns')
    .values({ ...takedown, ...open })
    .execute();
  clock.advance(729 * dayMs);
  expect(await run(service, true)).toMatchObject({ originals: 1, releasedPhotos: 0 });
  clock.advance(2 * dayMs);
  expect(await run(service, true)).toMatchObject({ releasedPhotos: 0 });
  await database
    .updateTable('takedowns')
    .set({ doneAt: isoNow(clock) })
    .execute();
  expect(await run(service, false)).toMatchObject({ releasedPhotos: 1 });
  expect(await service.vault.has(file)).toBe(false);
  const release = await database.selectFrom('releases').selectAll().executeTakeFirstOrThrow();
  expect(release).toMatchObject({ photoId: null, fileId: null, caption: 'Fair', perceptualHash: '0' });
  const clean = [];
  for await (const stored of service.vault.list()) clean.push(stored);
  expect(clean).toEqual([]);
});

it('erases leavers, uploaded lists and ended sign-ins', async () => {
  const service = await startService();
  const { database, clock, accountIds } = service;
  const [leaver, stays] = [
    await addPupil(service, { first: 'Ada', last: 'Quennell' }),
    await addPupil(service, { first: 'Ben', last: 'Marlow' }),
  ];
  const updatedAt = '2025-03-02T09:00:00.000Z';
  await database.updateTable('pupils').set({ leftOn: '2025-03-01', updatedAt }).where('id', '=', leaver).execute();
  await database.updateTable('pupils').set({ leftOn: '2025-03-02' }).where('id', '=', stays).execute();
  const file = await store(service, 'import');
  const list = {
    id: newId(),
    kind: 'pupils-csv' as const,
    state: 'dry-run' as const,
    fileName: 'p.csv',
    sha256: 'x',
    fileId: file.id,
  };
  const by = { createdAt: '2026-01-01T00:00:00.000Z', createdBy: accountIds.office, appliedAt: null, appliedBy: null };
  await database
    .insertInto('imports')
    .values({ ...list, ...by, mappingJson: '{}', summaryJson: '{}' })
    .execute();
  await service.signInAs('office');
  expect(await run(service, false)).toEqual({ ...none, leavers: 1, imports: 1 });
  await expect
    .poll(async () => (await database.selectFrom('erasures').select('finishedAt').execute())[0]?.finishedAt)
    .toBeTruthy();
  expect(await database.selectFrom('pupils').select('id').execute()).toEqual([{ id: stays }]);
  expect(await database.selectFrom('erasures').select(['pupilId', 'askedBy']).execute()).toEqual([
    { pupilId: leaver, askedBy: null },
  ]);
  expect(await service.vault.has(file)).toBe(false);
  expect(await database.selectFrom('imports').select(['state', 'fileName']).execute()).toEqual([
    { state: 'abandoned', fileName: null },
  ]);
  clock.advance(60 * dayMs);
  const counts = await run(service, false);
  expect(counts['sessions']).toBe(2);
  expect(counts['jobs']).toBeGreaterThan(0);
});

it('leaves time to put a last day right that was typed wrongly', async () => {
  const service = await startService();
  const office = await service.signInAs('office');
  const id = await addPupil(service, { first: 'Ada', last: 'Quennell' });
  const reply = await office.send('post', `/api/pupils/${id}/leave`, { body: { leftOn: '2016-07-20', version: 1 } });
  expect(reply.status).toBe(204);
  service.clock.advance(29 * dayMs);
  expect(await run(service, true)).toMatchObject({ leavers: 0 });
  service.clock.advance(2 * dayMs);
  expect(await run(service, true)).toMatchObject({ leavers: 1 });
});

it('lists a run of before a kind of thing was counted', async () => {
  const service = await startService({ jobConcurrency: 0 });
  const at = isoNow(service.clock);
  const run = { id: newId(), dryRun: 0 as const, startedAt: at, finishedAt: at, startedBy: null };
  await service.database
    .insertInto('retentionRuns')
    .values({ ...run, summaryJson: '{"originals":3}' })
    .execute();
  const reply = await (await service.signInAs('admin')).get('/api/retention/runs');
  expect(reply.json).toEqual({ runs: [{ ...run, dryRun: false, counts: { ...none, originals: 3 } }] });
});

it('only counts on the first night after a pause, because the clock may be wrong', async () => {
  const service = await startService({ jobConcurrency: 0 });
  const night = async (): Promise<RetentionRun> => {
    const job = { id: newId(), kind: dailyRetentionKind, payload: {}, attempt: 1, maxAttempts: 5, leaseToken: '' };
    await retentionJobs(service.service.parts)[dailyRetentionKind]!.run(job, new AbortController().signal);
    return (await listRuns(service.database))[0]!;
  };
  await openChannel(service, await service.signInAs('admin'), 'website');
  const { original } = await addDecided(service, 'rejected');
  expect(await night()).toMatchObject({ dryRun: true, startedBy: null });

  service.clock.advance(365 * dayMs);
  expect(await night()).toMatchObject({ dryRun: true, counts: { originals: 1 } });
  service.clock.advance(-365 * dayMs);
  service.clock.advance(dayMs);
  expect(await night()).toMatchObject({ dryRun: false, counts: none });
  expect(await service.vault.has(original)).toBe(true);

  service.clock.advance(60 * dayMs);
  expect(await night()).toMatchObject({ dryRun: true, counts: { originals: 1 } });
  service.clock.advance(dayMs);
  expect(await night()).toMatchObject({ dryRun: false, counts: { originals: 1 } });
  expect(await service.vault.has(original)).toBe(false);
});

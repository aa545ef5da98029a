import { isoNow, isoToday } from '../../../src/lib/clock.ts';
import { newId } from '../../../src/lib/new-id.ts';
import { cleanPhoto } from '../../../src/pipeline/clean.ts';
import { decodePhoto } from '../../../src/pipeline/decode.ts';
import { judgeEvidence } from '../../../src/pipeline/judge-stored-photo.ts';
import type { Evidence, EvidenceValues } from '../../../src/policy/words/evidence.ts';
import { writeEvidence } from '../../../src/store/evidence-rows.ts';
import { getPhoto, updatePhoto } from '../../../src/store/find-photo.ts';
import { insertFile } from '../../../src/store/insert-file.ts';
import { insertVerdict } from '../../../src/store/verdict-rows.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import { evidenceOf } from '../../policy/evidence-of.ts';
import { demoPhoto } from '../../support/images.ts';
import type { Client } from '../../support/service/client.ts';
import type { TestService } from '../../support/service/start-service.ts';
import { openChannel } from '../setup/application.ts';

/** The store refuses undefined, so what a test leaves out is written as none. */
export async function addPupil(
  { database, clock }: TestService,
  { first, last, className = '4B' }: { readonly first: string; readonly last: string; readonly className?: string },
): Promise<string> {
  const [id, at] = [newId(), isoNow(clock)];
  await database
    .insertInto('pupils')
    .values({
      id,
      schoolNumber: id.slice(-8),
      firstName: first,
      lastName: last,
      preferredName: null,
      otherNamesJson: '[]',
      className,
      yearGroup: '4',
      dateOfBirth: null,
      leftOn: null,
      createdAt: at,
      updatedAt: at,
    })
    .execute();
  return id;
}

/** A parent's answer for one channel, or all. */
export async function addConsent(
  { database, clock, accountIds }: TestService,
  pupilId: string,
  { answer = 'permitted', until = '2027-08-31' }: { answer?: 'permitted' | 'refused'; until?: string } = {},
): Promise<string> {
  const id = newId();
  await database
    .insertInto('consents')
    .values({
      ...{ id, pupilId, channelId: null, answer, basis: 'consent', validFrom: '2025-09-01', validUntil: until },
      ...{ guardianId: null, givenBy: 'Mother', method: 'form', evidenceReference: null, evidenceFileId: null },
      ...{ recordedAt: isoNow(clock), recordedBy: accountIds.office, importId: null },
    })
    .execute();
  return id;
}

/** Somebody in the office found the pupil list right today. */
export async function confirmList({ database, clock, accountIds }: TestService): Promise<void> {
  const at = isoNow(clock);
  await database
    .insertInto('imports')
    .values({
      ...{ id: newId(), kind: 'confirmed-current', state: 'applied', fileName: null, sha256: null, fileId: null },
      ...{ mappingJson: '{}', summaryJson: '{}', createdAt: at, createdBy: accountIds.office },
      ...{ appliedAt: at, appliedBy: accountIds.office },
    })
    .execute();
}

/** A batch by the member of staff, bound for these channels, with class 4B in it. */
export async function addBatch(
  { database, clock, accountIds }: TestService,
  channels: readonly string[] = ['website'],
): Promise<string> {
  const [id, at] = [newId(), isoNow(clock)];
  await database
    .insertInto('batches')
    .values({
      ...{ id, title: 'Spring fair', eventDate: isoToday(clock), caption: '', altText: '', wholeSchool: 0 },
      ...{ checklistJson: '[]', state: 'submitted', uploadedBy: accountIds.staff, createdAt: at, submittedAt: at },
      ...{ decidedAt: null, closedAt: null },
    })
    .execute();
  await database
    .insertInto('batchChannels')
    .values(channels.map((channelId) => ({ batchId: id, channelId })))
    .execute();
  await database.insertInto('batchRoll').values({ batchId: id, groupKind: 'class', groupName: '4B' }).execute();
  return id;
}

const cleaned = new Map<number, Promise<Buffer>>();

async function cleanBytes(number: 1 | 2 | 3): Promise<Buffer> {
  const decoded = await decodePhoto(demoPhoto(number), 'jpeg');
  return (await cleanPhoto(decoded)).bytes;
}

export interface NewTestPhoto {
  readonly values?: Partial<EvidenceValues>;
  readonly altText?: string;
  readonly demo?: 1 | 2 | 3;
}

/** A screened photo whose evidence the test chooses and whose clean copy is a real one; judged as screening would. */
export async function addPhoto(service: TestService, batchId: string, photo: NewTestPhoto = {}): Promise<string> {
  const { database, clock, vault, accountIds } = service;
  const demo = photo.demo ?? 1;
  const clean = cleaned.get(demo) ?? cleanBytes(demo);
  cleaned.set(demo, clean);
  const stored = await vault.write('clean', await clean);
  const [id, at] = [newId(), isoNow(clock)];
  const evidence: Evidence = evidenceOf(photo.values ?? {});
  await withTransaction(database, async (trx) => {
    await insertFile(trx, clock, stored, 'image/jpeg');
    const { count } = await trx
      .selectFrom('photos')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('batchId', '=', batchId)
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('photos')
      .values({
        ...{ id, batchId, position: count + 1, state: 'screening', fileName: 'IMG_2034.JPG', sha256: id },
        ...{ bytes: 1, width: 1920, height: 1280, perceptualHash: null, nearDuplicateOf: null, originalFileId: null },
        ...{ cleanFileId: stored.id, previewFileId: null, caption: '', altText: photo.altText ?? 'Children at play' },
        ...{ currentVerdictId: null, currentOutputId: null, uploadedBy: accountIds.staff, uploadedAt: at },
        stateChangedAt: at,
      })
      .execute();
    await writeEvidence(trx, clock, { photoId: id, outputId: null }, evidence);
    const row = await getPhoto(trx, id);
    const judged = await judgeEvidence(trx, row, evidence, isoToday(clock));
    const picture = { photoId: id, outputId: null };
    const verdictId = await insertVerdict(trx, clock, picture, { ...judged, cause: 'screening' });
    const state = judged.verdict.verdict === 'clear' ? 'clear' : 'flagged';
    await updatePhoto(trx, row, { state, currentVerdictId: verdictId });
  });
  return id;
}

/** A moderator approves a flagged photo as it is. */
export async function approve({ database, clock, accountIds }: TestService, photoId: string): Promise<void> {
  await withTransaction(database, async (trx) => {
    const photo = await getPhoto(trx, photoId);
    await trx
      .insertInto('decisions')
      .values({
        ...{ id: newId(), photoId, verdictId: photo.currentVerdictId, outputId: null, decision: 'approve' },
        ...{ reasonCode: 'fits', reasonNote: '', decidedBy: accountIds.moderator, decidedAt: isoNow(clock) },
        ...{ undoneAt: null, undoneBy: null },
      })
      .execute();
    await updatePhoto(trx, photo, { state: 'approved' });
  });
}

/** Run background jobs until these are no more: the runner works on its own, so look again until it is done. */
export async function settle({ database, clock, service }: TestService): Promise<void> {
  service.parts.wakeJobs();
  for (let tries = 0; tries < 600; tries++) {
    const open = await database
      .selectFrom('jobs')
      .select('id')
      .where('state', 'in', ['waiting', 'running'])
      .where('runAfter', '<=', isoNow(clock))
      .execute();
    if (open.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('jobs did not settle');
}

/** Channel, fresh list, a pupil with permission and a clear photo. */
export async function readyWorld(service: TestService, admin: Client, channels: readonly string[] = ['website']) {
  for (const channel of channels) await openChannel(service, admin, channel);
  await confirmList(service);
  const pupilId = await addPupil(service, { first: 'Wilhelmina', last: 'Quennell' });
  const consentId = await addConsent(service, pupilId);
  const batchId = await addBatch(service, channels);
  return { pupilId, consentId, batchId, photoId: await addPhoto(service, batchId) };
}

/** The same with the photo released on the first channel. Returns the release's id too. */
export async function releasedWorld(service: TestService, admin: Client, channels: readonly string[] = ['website']) {
  const world = await readyWorld(service, admin, channels);
  return { ...world, releaseId: await releaseAll(service, world.batchId, channels[0]) };
}

/** Have every photo of a batch released; the id of the first release. */
export async function releaseAll(service: TestService, batchId: string, channelId = 'website'): Promise<string> {
  const staff = await service.signInAs('staff');
  const reply = await staff.post(`/api/batches/${batchId}/releases`, { channelId });
  if (reply.status !== 202) throw new Error(reply.text);
  await settle(service);
  const row = await service.database
    .selectFrom('releases')
    .select('id')
    .where('batchId', '=', batchId)
    .where('channelId', '=', channelId)
    .orderBy('id')
    .executeTakeFirst();
  if (row === undefined) throw new Error(`nothing was released: ${service.logLines.join('')}`);
  return row.id;
}

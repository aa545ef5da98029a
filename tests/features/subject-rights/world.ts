import { isoNow } from '../../../src/lib/clock.ts';
import { newId } from '../../../src/lib/new-id.ts';
import { insertFile } from '../../../src/store/insert-file.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import type { Client } from '../../support/service/client.ts';
import type { TestService } from '../../support/service/start-service.ts';
import { addParent, addPupil, biometricEvent, permitted, restriction } from '../register/world.ts';
import { addBatch, addPhoto } from '../release/release-world.ts';
import { openChannel } from '../setup/application.ts';

/** A pupil about whom every table knows something, a classmate, a photo of both and its release. */
export async function makeKnownPupil(service: TestService) {
  const [office, dsl, admin] = [
    await service.signInAs('office'),
    await service.signInAs('dsl'),
    await service.signInAs('admin'),
  ];
  await openChannel(service, admin, 'website');
  const pupilId = await addPupil(office, 'P-4711', 'Zenobia', 'Quennell');
  const classmateId = await addPupil(office, 'P-4712', 'Ben', 'Marlow');
  const guardianId = await addParent(office, pupilId, 'Hester Quennell');
  await must(office.send('PUT', `/api/pupils/${pupilId}/siblings/${classmateId}`));
  await must(office.post(`/api/pupils/${pupilId}/consents`, permitted('website', guardianId)));
  await must(dsl.post(`/api/pupils/${pupilId}/restrictions`, restriction));
  await must(office.post(`/api/pupils/${pupilId}/biometric`, biometricEvent('parent-notified', guardianId)));
  const files = await addPictures(service, pupilId);
  const batchId = await addBatch(service);
  const photoId = await addPhoto(service, batchId);
  const releaseId = await addMentions(service, { pupilId, classmateId, photoId, batchId });
  return { office, dsl, pupilId, classmateId, guardianId, files, photoId, batchId, releaseId };
}

async function must(reply: ReturnType<Client['post']>): Promise<void> {
  const { status, text } = await reply;
  if (status >= 300) throw new Error(text);
}

/** A portrait, an enrolment photo with a template, and the list they came from. */
async function addPictures({ database, vault, clock, accountIds }: TestService, pupilId: string) {
  const at = isoNow(clock);
  const stored = [
    await vault.write('portrait', Buffer.from('portrait of Zenobia')),
    await vault.write('enrolment', Buffer.from('face of Zenobia')),
    await vault.write('import', Buffer.from('P-4711,Zenobia,Quennell')),
  ] as const;
  const importId = newId();
  await withTransaction(database, async (trx) => {
    for (const file of stored) await insertFile(trx, clock, file, 'image/jpeg');
    const list = {
      id: importId,
      kind: 'pupils-csv' as const,
      state: 'applied' as const,
      fileName: 'pupils.csv',
      sha256: 'x',
    };
    const by = { createdAt: at, createdBy: accountIds.office, appliedAt: at, appliedBy: accountIds.office };
    await trx
      .insertInto('imports')
      .values({ ...list, ...by, fileId: stored[2].id, mappingJson: '{}', summaryJson: '{}' })
      .execute();
    const lines = ['P-4711', 'P-4712'].map((schoolNumber, index) => ({
      ...{ importId, line: index + 2, change: 'add' as const, pupilId: null },
      ...{ rowJson: JSON.stringify({ schoolNumber }), problemsJson: '[]' },
    }));
    await trx.insertInto('importLines').values(lines).execute();
    const record = await trx.selectFrom('biometricRecords').select('id').executeTakeFirstOrThrow();
    for (const [index, purpose] of (['portrait', 'enrolment'] as const).entries()) {
      const id = newId();
      const picture = { id, pupilId, purpose, fileId: stored[index]!.id, qualityJson: '{}', importId: null };
      await trx
        .insertInto('referencePhotos')
        .values({ ...picture, addedAt: at, addedBy: accountIds.office })
        .execute();
      if (purpose === 'portrait') continue;
      const template = {
        id: newId(),
        pupilId,
        referencePhotoId: id,
        biometricRecordId: record.id,
        model: 'm',
        modelVersion: '1',
      };
      await trx
        .insertInto('faceTemplates')
        .values({ ...template, sealedVector: Buffer.alloc(64, 'Z'), madeAt: at })
        .execute();
    }
  });
  return stored;
}

/** Evidence, a verdict, a line-up answer, a caption and a release that are about the pupil. */
async function addMentions(
  { database, clock, accountIds }: TestService,
  ids: { readonly pupilId: string; readonly classmateId: string; readonly photoId: string; readonly batchId: string },
): Promise<string> {
  const { pupilId, classmateId, photoId, batchId } = ids;
  const [releaseId, at] = [newId(), isoNow(clock)];
  const pupils = [pupilId, classmateId];
  const finding = { code: 'match/on-register', severity: 'block', subject: 'face 1', audience: 'everyone', pupils };
  const coverage = { mayBeHere: 2, matched: 0, lineUp: pupils, line: '2 need a person.' };
  await withTransaction(database, async (trx) => {
    const findingsJson = JSON.stringify([{ ...finding, reason: 'Zenobia Quennell may not appear.' }]);
    await trx
      .updateTable('verdicts')
      .set({ findingsJson, coverageJson: JSON.stringify(coverage) })
      .execute();
    const item = {
      status: 'observed',
      value: { faces: [{ candidates: [{ pupil: pupilId, score: 0.9 }] }], compared: pupils },
    };
    await trx
      .updateTable('evidenceItems')
      .set({ itemJson: JSON.stringify(item) })
      .where('name', '=', 'match')
      .execute();
    const answer = { id: newId(), photoId, pupilId, answer: 'here' as const, answeredBy: accountIds.moderator };
    await trx
      .insertInto('lineUpAnswers')
      .values({ ...answer, answeredAt: at, replacedAt: null })
      .execute();
    const policy = await trx.selectFrom('policyVersions').select('id').executeTakeFirstOrThrow();
    await trx.updateTable('photos').set({ state: 'released' }).where('id', '=', photoId).execute();
    await trx
      .insertInto('releases')
      .values({
        ...{ id: releaseId, photoId, batchId, channelId: 'website', fileId: null, fileName: '1.jpg', sha256: 'x' },
        ...{ bytes: 1, width: 1, height: 1, perceptualHash: '0', caption: 'Well done, Zenobia Quennell!', altText: '' },
        ...{ approvedBy: null, decisionId: null, verdictId: null, policyVersionId: policy.id },
        ...{ releasedBy: accountIds.staff, releasedAt: at },
        takenDownAt: null,
      })
      .execute();
    const posts = ['https://oakfield.example/1', 'https://oakfield.example/2'].map((url) => ({
      ...{ id: newId(), releaseId, url, postedOn: at.slice(0, 10), recordedAt: at, recordedBy: accountIds.staff },
      ...{ retractedAt: null, retractedBy: null },
    }));
    await trx.insertInto('releasePosts').values(posts).execute();
    const consent = await trx.selectFrom('consents').select('id').executeTakeFirstOrThrow();
    const relied = { releaseId, pupilId, consentId: consent.id, how: 'matched' as const };
    await trx.insertInto('releaseConsents').values(relied).execute();
  });
  return releaseId;
}

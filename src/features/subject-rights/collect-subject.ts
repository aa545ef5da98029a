import type { Sealer } from '../../files/sealer.ts';
import type { Queryable } from '../../store/database.ts';

const openTables = [
  'consents', 'pupilObjections', 'biometricRecords', 'referencePhotos', 'notThisPupil', 'lineUpAnswers', 'releaseConsents',
  'releaseLooks', 'pupilDocuments',
] as const; // prettier-ignore

/**
 * Everything the database holds on one pupil, sealed reasons opened. A face template is told of, not given: it is a row
 * of numbers that only this school's matcher can read. Undefined when there is no such pupil.
 */
export async function collectSubject(database: Queryable, sealer: Sealer, pupilId: string) {
  const pupil = await database.selectFrom('pupils').selectAll().where('id', '=', pupilId).executeTakeFirst();
  if (pupil === undefined) return undefined;
  const tables: Record<string, readonly object[]> = {};
  for (const table of openTables) {
    tables[table] = await database.selectFrom(table).selectAll().where('pupilId', '=', pupilId).execute();
  }
  return {
    pupil,
    ...tables,
    ...(await readSealed(database, sealer, pupilId)),
    ...(await readAround(database, pupilId)),
  };
}

async function readSealed(database: Queryable, sealer: Sealer, pupilId: string) {
  const restrictions = await database.selectFrom('restrictions').selectAll().where('pupilId', '=', pupilId).execute();
  const warnings = await database.selectFrom('contactWarnings').selectAll().where('pupilId', '=', pupilId).execute();
  const disclosures = await database.selectFrom('disclosures').selectAll().where('pupilId', '=', pupilId).execute();
  const templates = await database
    .selectFrom('faceTemplates')
    .select(['id', 'model', 'modelVersion', 'madeAt', 'referencePhotoId'])
    .where('pupilId', '=', pupilId)
    .execute();
  return {
    restrictions: restrictions.map(({ sealedReason, ...row }) => ({
      ...row,
      reason: sealer.openText(`restriction/${row.id}`, sealedReason),
    })),
    contactWarnings: warnings.map(({ sealedNote, ...row }) => ({
      ...row,
      note: sealer.openText(`contact-warning/${row.id}`, sealedNote),
    })),
    disclosures: disclosures.map(({ sealedNote, ...row }) => ({
      ...row,
      note: sealer.openText(`disclosure/${row.id}`, sealedNote),
    })),
    faceTemplates: templates,
  };
}

/** What stands about the pupil elsewhere: guardians, siblings, publications, findings, what was done. */
async function readAround(database: Queryable, pupilId: string) {
  const guardians = await database
    .selectFrom('pupilGuardians')
    .innerJoin('guardians', 'guardians.id', 'pupilGuardians.guardianId')
    .select(['guardians.name', 'guardians.email', 'guardians.phone', 'relationship', 'isParent'])
    .where('pupilId', '=', pupilId)
    .execute();
  const siblings = await database
    .selectFrom('pupilSiblings')
    .select(['pupilId', 'siblingId', 'recordedAt'])
    .where((where) => where.or([where('pupilId', '=', pupilId), where('siblingId', '=', pupilId)]))
    .execute();
  const publications = await database
    .selectFrom('releases')
    .innerJoin('releaseConsents', 'releaseConsents.releaseId', 'releases.id')
    .select(['releases.id', 'channelId', 'releasedAt', 'postedUrl', 'takenDownAt', 'caption', 'altText', 'how'])
    .where('releaseConsents.pupilId', '=', pupilId)
    .execute();
  const verdicts = await database
    .selectFrom('verdicts')
    .select(['photoId', 'verdict', 'findingsJson', 'judgedAt'])
    .where('findingsJson', 'like', `%${pupilId}%`)
    .execute();
  const findings = verdicts.map(({ findingsJson, ...row }) => ({
    ...row,
    findings: aboutPupil(findingsJson, pupilId),
  }));
  const events = await database
    .selectFrom('auditEvents')
    .select(['at', 'action', 'detailJson'])
    .where('subjectKind', '=', 'pupil')
    .where('subjectId', '=', pupilId)
    .orderBy('seq')
    .execute();
  const takedowns = await database.selectFrom('takedowns').selectAll().where('pupilId', '=', pupilId).execute();
  const expectedAt = await database
    .selectFrom('batchRoll')
    .innerJoin('batches', 'batches.id', 'batchRoll.batchId')
    .select(['batches.title', 'batches.eventDate'])
    .where('groupKind', '=', 'pupil')
    .where('groupName', '=', pupilId)
    .execute();
  return { guardians, siblings, publications, takedowns, expectedAt, findings, events };
}

/** Only what is about this pupil alone: a sentence that names others, too, is theirs as well. */
function aboutPupil(findingsJson: string, pupilId: string): readonly object[] {
  const findings = JSON.parse(findingsJson) as { code: string; reason: string; pupils?: readonly string[] }[];
  return findings
    .filter(({ pupils = [] }) => pupils.includes(pupilId))
    .map(({ code, reason, pupils = [] }) => (pupils.length === 1 ? { code, reason } : { code }));
}

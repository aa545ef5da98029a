import type { Sealer } from '../../files/sealer.ts';
import type { Queryable } from '../../store/database.ts';
import { sealContext } from '../../store/sealed-columns.ts';

const openTables = [
  'consents', 'answersSaidAgain', 'pupilObjections', 'biometricRecords', 'referencePhotos', 'notThisPupil', 'lineUpAnswers', 'releaseConsents',
  'releaseLooks', 'pupilDocuments', 'verdictStandings', 'batchPupils',
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
    ...(await readComparisons(database, pupilId)),
    importLines: await readImportLines(database, pupil),
  };
}

async function readSealed(database: Queryable, sealer: Sealer, pupilId: string) {
  const restrictions = await database.selectFrom('restrictions').selectAll().where('pupilId', '=', pupilId).execute();
  const warnings = await database.selectFrom('contactWarnings').selectAll().where('pupilId', '=', pupilId).execute();
  const disclosures = await database.selectFrom('disclosures').selectAll().where('pupilId', '=', pupilId).execute();
  const templates = await database
    .selectFrom('faceTemplates')
    .select(['id', 'model', 'modelVersion', 'madeAt', 'referencePhotoId', 'unusableBy'])
    .where('pupilId', '=', pupilId)
    .execute();
  return {
    restrictions: restrictions.map(({ sealedReason, ...row }) => ({
      ...row,
      reason: sealer.openText(sealContext('restriction', row.id), sealedReason),
    })),
    contactWarnings: warnings.map(({ sealedNote, ...row }) => ({
      ...row,
      note: sealer.openText(sealContext('contact-warning', row.id), sealedNote),
    })),
    disclosures: disclosures.map(({ sealedNote, ...row }) => ({
      ...row,
      note: sealer.openText(sealContext('disclosure', row.id), sealedNote),
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
  const verdicts = await database
    .selectFrom('verdicts')
    .select(['photoId', 'verdict', 'findingsJson', 'judgedAt'])
    .where('findingsJson', 'like', `%${pupilId}%`)
    .execute();
  const findings = verdicts.map(({ findingsJson, ...row }) => ({
    ...row,
    findings: aboutPupil(findingsJson, pupilId),
  }));
  const events = await readEvents(database, pupilId);
  const expectedAt = await database
    .selectFrom('batchRoll')
    .innerJoin('batches', 'batches.id', 'batchRoll.batchId')
    .select(['batches.title', 'batches.eventDate'])
    .where('groupKind', '=', 'pupil')
    .where('groupName', '=', pupilId)
    .execute();
  return { guardians, siblings, ...(await readPublications(database, pupilId)), expectedAt, findings, events };
}

/** What was published with them, where, and what had to come down. */
async function readPublications(database: Queryable, pupilId: string) {
  const publications = await database
    .selectFrom('releases')
    .innerJoin('releaseConsents', 'releaseConsents.releaseId', 'releases.id')
    .select(['releases.id', 'channelId', 'releasedAt', 'takenDownAt', 'caption', 'altText', 'how'])
    .where('releaseConsents.pupilId', '=', pupilId)
    .execute();
  const posts = await database
    .selectFrom('releasePosts')
    .innerJoin('releaseConsents', 'releaseConsents.releaseId', 'releasePosts.releaseId')
    .select(['releasePosts.releaseId', 'url', 'postedOn', 'recordedAt', 'retractedAt'])
    .where('releaseConsents.pupilId', '=', pupilId)
    .orderBy('releasePosts.id')
    .execute();
  const takedowns = await database.selectFrom('takedowns').selectAll().where('pupilId', '=', pupilId).execute();
  return { publications, posts, takedowns };
}

/** Where a face was compared with the pupil's, with every likeness, and where somebody had to look for them. */
async function readComparisons(database: Queryable, pupilId: string) {
  const like = `%${pupilId}%`;
  const seen = await database
    .selectFrom('evidenceItems')
    .select(['photoId', 'recordedAt', 'itemJson as json'])
    .where('itemJson', 'like', like)
    .execute();
  const drawn = await database
    .selectFrom('drawnFaces')
    .select(['photoId', 'drawnAt as recordedAt', 'seenJson as json'])
    .where('seenJson', 'like', like)
    .execute();
  const verdicts = await database
    .selectFrom('verdicts')
    .select(['photoId', 'judgedAt', 'coverageJson'])
    .where('coverageJson', 'like', like)
    .execute();
  return {
    comparisons: [...seen, ...drawn].map(({ json, ...row }) => ({ ...row, likenesses: likenessesOf(json, pupilId) })),
    lineUps: verdicts.map(({ photoId, judgedAt }) => ({ photoId, judgedAt })),
  };
}

/** The scores of one pupil, wherever they stand in what was observed. */
function likenessesOf(json: string | null, pupilId: string): readonly number[] {
  const scores: number[] = [];
  JSON.parse(json ?? 'null', (_key, value: unknown) => {
    const isOwn = typeof value === 'object' && value !== null && 'pupil' in value && value.pupil === pupilId;
    if (isOwn && 'score' in value && typeof value.score === 'number') scores.push(value.score);
    return value;
  });
  return scores;
}

/** The lines of uploaded lists that are about the pupil. */
async function readImportLines(database: Queryable, pupil: { readonly id: string; readonly schoolNumber: string }) {
  const number = `%${JSON.stringify(pupil.schoolNumber)}%`;
  return await database
    .selectFrom('importLines')
    .selectAll()
    .where((where) => where.or([where('pupilId', '=', pupil.id), where('rowJson', 'like', number)]))
    .execute();
}

/** What was done, also about the pupil's restrictions and contact warnings, whose own events do not name the pupil. */
async function readEvents(database: Queryable, pupilId: string) {
  const restrictions = await database.selectFrom('restrictions').select('id').where('pupilId', '=', pupilId).execute();
  const warnings = await database.selectFrom('contactWarnings').select('id').where('pupilId', '=', pupilId).execute();
  const ids = [pupilId, ...[...restrictions, ...warnings].map(({ id }) => id)];
  return await database
    .selectFrom('auditEvents')
    .select(['at', 'action', 'detailJson'])
    .where('subjectKind', 'in', ['pupil', 'restriction', 'contact-warning'])
    .where('subjectId', 'in', ids)
    .orderBy('seq')
    .execute();
}

/** Only what is about this pupil alone: a sentence that names others, too, is theirs as well. */
function aboutPupil(findingsJson: string, pupilId: string): readonly object[] {
  const findings = JSON.parse(findingsJson) as { code: string; reason: string; pupils?: readonly string[] }[];
  return findings
    .filter(({ pupils = [] }) => pupils.includes(pupilId))
    .map(({ code, reason, pupils = [] }) => (pupils.length === 1 ? { code, reason } : { code }));
}

import { isId } from '../lib/new-id.ts';
import type { Trx } from './database.ts';

/** Every table with rows about one pupil; `tests/store/find-tied-pupils.test.ts` holds it against the schema. */
export const tablesAboutPupils = [
  'answersSaidAgain', 'batchPupils', 'biometricRecords', 'consents', 'contactWarnings', 'disclosures', 'faceTemplates', 'lineUpAnswers',
  'notThisPupil', 'pupilDocuments', 'pupilGuardians', 'pupilObjections', 'referencePhotos', 'releaseConsents',
  'releaseLooks', 'restrictions', 'takedowns', 'verdictStandings',
] as const; // prettier-ignore

/**
 * Which of these pupils something hangs on: an answer, a parent, a photo they may be in, a finding about them. `since`
 * is a moment before any of them was put on record.
 */
export async function findTiedPupils(trx: Trx, pupilIds: readonly string[], since: string): Promise<Set<string>> {
  const asked = new Set(pupilIds);
  const tied = new Set<string>();
  if (asked.size === 0) return tied;
  const add = (id: string | null): void => {
    if (id !== null && asked.has(id)) tied.add(id);
  };
  for (const table of tablesAboutPupils) {
    const rows = await trx.selectFrom(table).select('pupilId').distinct().execute();
    for (const { pupilId } of rows) add(pupilId);
  }
  const pairs = await trx.selectFrom('pupilSiblings').select(['pupilId', 'siblingId']).execute();
  for (const { pupilId, siblingId } of pairs) [pupilId, siblingId].forEach(add);
  await addNamedInRolls(trx, pupilIds, add);
  await addNamedInVerdicts(trx, since, add);
  return tied;
}

/** A roll names single pupils by id or by school number. */
async function addNamedInRolls(trx: Trx, pupilIds: readonly string[], add: (id: string) => void): Promise<void> {
  const named = await trx.selectFrom('batchRoll').select('groupName').where('groupKind', '=', 'pupil').execute();
  if (named.length === 0) return;
  const names = new Set(named.map(({ groupName }) => groupName));
  const pupils = await trx.selectFrom('pupils').select(['id', 'schoolNumber']).execute();
  const asked = new Set(pupilIds);
  for (const { id, schoolNumber } of pupils) if (asked.has(id) && (names.has(id) || names.has(schoolNumber))) add(id);
}

async function addNamedInVerdicts(trx: Trx, since: string, add: (id: string) => void): Promise<void> {
  const verdicts = await trx
    .selectFrom('verdicts')
    .select(['findingsJson', 'coverageJson'])
    .where('judgedAt', '>=', since)
    .execute();
  for (const { findingsJson, coverageJson } of verdicts) {
    for (const text of `${findingsJson} ${coverageJson}`.split(/[^0-9A-Z]+/)) if (isId(text)) add(text);
  }
}

import { withoutPupil } from '../../policy/without-pupil.ts';
import type { Trx } from '../../store/database.ts';

/** Takes a pupil out of what was seen on photos and how it was judged. Returns the photos that were about them. */
export async function forgetInPhotos(trx: Trx, pupilId: string): Promise<readonly string[]> {
  await forgetInEvidence(trx, pupilId);
  await forgetInDrawnFaces(trx, pupilId);
  const judged = await forgetInVerdicts(trx, pupilId);
  return [...new Set([...judged, ...(await findPhotosTheyWereSeenIn(trx, pupilId))])];
}

function scrub(json: string, pupilId: string): string {
  return JSON.stringify(withoutPupil(JSON.parse(json) as unknown, pupilId));
}

async function forgetInEvidence(trx: Trx, pupilId: string): Promise<void> {
  const rows = await trx
    .selectFrom('evidenceItems')
    .select(['id', 'itemJson'])
    .where('itemJson', 'like', `%${pupilId}%`)
    .execute();
  for (const { id, itemJson } of rows) {
    const change = { itemJson: scrub(itemJson, pupilId) };
    await trx.updateTable('evidenceItems').set(change).where('id', '=', id).execute();
  }
}

async function forgetInDrawnFaces(trx: Trx, pupilId: string): Promise<void> {
  const rows = await trx
    .selectFrom('drawnFaces')
    .select(['id', 'seenJson'])
    .where('seenJson', 'like', `%${pupilId}%`)
    .$narrowType<{ seenJson: string }>()
    .execute();
  for (const { id, seenJson } of rows) {
    const change = { seenJson: scrub(seenJson, pupilId) };
    await trx.updateTable('drawnFaces').set(change).where('id', '=', id).execute();
  }
}

/** Returns the photos with a finding about the pupil; that they were not compared makes no photo one about them. */
async function forgetInVerdicts(trx: Trx, pupilId: string): Promise<readonly string[]> {
  const like = `%${pupilId}%`;
  const rows = await trx
    .selectFrom('verdicts')
    .select(['id', 'photoId', 'findingsJson', 'coverageJson'])
    .where((where) => where.or([where('findingsJson', 'like', like), where('coverageJson', 'like', like)]))
    .execute();
  for (const { id, findingsJson, coverageJson } of rows) {
    const change = { findingsJson: scrub(findingsJson, pupilId), coverageJson: scrub(coverageJson, pupilId) };
    await trx.updateTable('verdicts').set(change).where('id', '=', id).execute();
  }
  return rows.filter(({ findingsJson }) => findingsJson.includes(pupilId)).map(({ photoId }) => photoId);
}

/** Photos on which a person saw the pupil in the line-up, or could not tell. */
async function findPhotosTheyWereSeenIn(trx: Trx, pupilId: string): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('lineUpAnswers')
    .select('photoId')
    .where('pupilId', '=', pupilId)
    .where('replacedAt', 'is', null)
    .where('answer', '<>', 'not-here')
    .execute();
  return rows.map(({ photoId }) => photoId);
}

import { withoutPupil } from '../../policy/without-pupil.ts';
import type { Trx } from '../../store/database.ts';

/** Takes a pupil out of what was seen on photos and how it was judged. Returns the photos that were about them. */
export async function forgetInPhotos(trx: Trx, pupilId: string): Promise<readonly string[]> {
  const about = new Set<string>();
  const like = `%${pupilId}%`;
  const scrub = (json: string): string => JSON.stringify(withoutPupil(JSON.parse(json) as unknown, pupilId));
  const items = await trx
    .selectFrom('evidenceItems')
    .select(['id', 'itemJson'])
    .where('itemJson', 'like', like)
    .execute();
  for (const { id, itemJson } of items) {
    await trx
      .updateTable('evidenceItems')
      .set({ itemJson: scrub(itemJson) })
      .where('id', '=', id)
      .execute();
  }
  const drawn = await trx.selectFrom('drawnFaces').select(['id', 'seenJson']).where('seenJson', 'like', like).execute();
  for (const { id, seenJson } of drawn) {
    if (seenJson === null) continue;
    await trx
      .updateTable('drawnFaces')
      .set({ seenJson: scrub(seenJson) })
      .where('id', '=', id)
      .execute();
  }
  const verdicts = await trx
    .selectFrom('verdicts')
    .select(['id', 'photoId', 'findingsJson', 'coverageJson'])
    .where((where) => where.or([where('findingsJson', 'like', like), where('coverageJson', 'like', like)]))
    .execute();
  for (const { id, photoId, findingsJson, coverageJson } of verdicts) {
    if (findingsJson.includes(pupilId)) about.add(photoId);
    const change = { findingsJson: scrub(findingsJson), coverageJson: scrub(coverageJson) };
    await trx.updateTable('verdicts').set(change).where('id', '=', id).execute();
  }
  const answers = await trx
    .selectFrom('lineUpAnswers')
    .select('photoId')
    .where('pupilId', '=', pupilId)
    .where('replacedAt', 'is', null)
    .where('answer', '<>', 'not-here')
    .execute();
  for (const { photoId } of answers) about.add(photoId);
  return [...about];
}

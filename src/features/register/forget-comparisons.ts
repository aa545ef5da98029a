import { withoutPupil } from '../../policy/without-pupil.ts';
import type { Trx } from '../../store/database.ts';

/**
 * Have what was seen on photos since a moment say that a pupil was compared with nobody, as if they had not been enrolled: a
 * person looks for them instead. Likenesses to them go, too, for they were to somebody else.
 */
export async function forgetComparisons(trx: Trx, pupilId: string, since: string): Promise<void> {
  const seen = await trx
    .selectFrom('evidenceItems')
    .select(['id', 'itemJson'])
    .where('name', '=', 'match')
    .where('recordedAt', '>=', since)
    .where('itemJson', 'like', `%${pupilId}%`)
    .execute();
  for (const { id, itemJson } of seen) {
    await trx
      .updateTable('evidenceItems')
      .set({ itemJson: without(itemJson, pupilId) })
      .where('id', '=', id)
      .execute();
  }
  const drawn = await trx
    .selectFrom('drawnFaces')
    .select(['id', 'seenJson'])
    .where('drawnAt', '>=', since)
    .where('seenJson', 'like', `%${pupilId}%`)
    .$narrowType<{ seenJson: string }>()
    .execute();
  for (const { id, seenJson } of drawn) {
    await trx
      .updateTable('drawnFaces')
      .set({ seenJson: without(seenJson, pupilId) })
      .where('id', '=', id)
      .execute();
  }
}

function without(json: string, pupilId: string): string {
  return JSON.stringify(withoutPupil(JSON.parse(json) as unknown, pupilId));
}

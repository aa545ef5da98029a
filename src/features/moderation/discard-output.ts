import type { Trx } from '../../store/database.ts';

/**
 * Discard the covered or cropped picture that a photo stands for, if there is one, before another takes its place.
 *
 * "Not here" in the line-up stands when it was said of the photo as uploaded: a cover or a crop only takes away from that.
 * Said of a changed picture it is not known of the next one, in which a head may show again.
 */
export async function discardOutput(trx: Trx, photoId: string, at: string): Promise<void> {
  await trx
    .updateTable('photoOutputs')
    .set({ discardedAt: at })
    .where('photoId', '=', photoId)
    .where('discardedAt', 'is', null)
    .execute();
  const { changedAt } = await trx
    .selectFrom('photoOutputs')
    .select((select) => select.fn.min<string | null>('madeAt').as('changedAt'))
    .where('photoId', '=', photoId)
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('lineUpAnswers')
    .set({ replacedAt: at })
    .where('photoId', '=', photoId)
    .where('replacedAt', 'is', null)
    .where((where) => {
      const isOpen = where('answer', '<>', 'not-here');
      return changedAt === null ? isOpen : where.or([isOpen, where('answeredAt', '>=', changedAt)]);
    })
    .execute();
}

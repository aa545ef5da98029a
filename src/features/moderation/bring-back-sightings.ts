import type { Trx } from '../../store/database.ts';

/**
 * Let "here" and "cannot tell" count again that were said of a photo as uploaded, which it is once more: a cover had ended
 * them. Ids ascend in the order of saying and making. Call `discardOutput` first.
 */
export async function bringBackSightings(trx: Trx, photoId: string): Promise<void> {
  const { first } = await trx
    .selectFrom('photoOutputs')
    .select((select) => select.fn.min<string | null>('id').as('first'))
    .where('photoId', '=', photoId)
    .executeTakeFirstOrThrow();
  const said = await trx
    .selectFrom('lineUpAnswers')
    .select(['id', 'pupilId', 'answer'])
    .where('photoId', '=', photoId)
    .where('id', '<', first ?? '')
    .orderBy('id')
    .execute();
  const last = new Map(said.map((one) => [one.pupilId, one]));
  const sightings = [...last.values()].filter(({ answer }) => answer !== 'not-here').map(({ id }) => id);
  await trx
    .updateTable('lineUpAnswers')
    .set({ replacedAt: null })
    .where('id', 'in', ['', ...sightings])
    .execute();
}

import type { Trx } from './database.ts';

/**
 * Keep who is in the groups of a batch's roll now, beside those who are kept already: next year's class of the same name
 * has other pupils. Leavers count, too, and so does whoever has no class or year on record: they may be of any. `only`: of these
 * pupils.
 */
export async function keepBatchPupils(trx: Trx, batchId: string, only?: readonly string[]): Promise<void> {
  const groupsOf = (kind: 'class' | 'year' | 'pupil') =>
    trx.selectFrom('batchRoll').select('groupName').where('batchId', '=', batchId).where('groupKind', '=', kind);
  const isAny = (kind: 'class' | 'year') => groupsOf(kind).limit(1);
  const pupils = await trx
    .selectFrom('pupils')
    .select('id as pupilId')
    .where((where) =>
      where.or([
        where('className', 'in', groupsOf('class')),
        where.and([where('className', 'is', null), where.exists(isAny('class'))]),
        where('yearGroup', 'in', groupsOf('year')),
        where.and([where('yearGroup', 'is', null), where.exists(isAny('year'))]),
        where('id', 'in', groupsOf('pupil')),
      ]),
    )
    .execute();
  const wanted = only === undefined ? undefined : new Set(only);
  const rows = pupils
    .filter(({ pupilId }) => wanted?.has(pupilId) ?? true)
    .map(({ pupilId }) => ({ batchId, pupilId }));
  if (rows.length === 0) return;
  await trx
    .insertInto('batchPupils')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

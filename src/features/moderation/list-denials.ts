import { calledName } from '../../policy/matching/called-name.ts';
import type { Queryable } from '../../store/database.ts';

/** Of which faces somebody said that they are not the pupil they were taken for, who said so, and how they know. */
export async function listDenials(database: Queryable, photoId: string) {
  const rows = await database
    .selectFrom('notThisPupil')
    .innerJoin('pupils', 'pupils.id', 'notThisPupil.pupilId')
    .innerJoin('accounts', 'accounts.id', 'notThisPupil.saidBy')
    .select(['notThisPupil.id', 'subject', 'reason', 'displayName', 'pupilId'])
    .select(['firstName', 'lastName', 'preferredName'])
    .where('photoId', '=', photoId)
    .where('withdrawnAt', 'is', null)
    .orderBy('notThisPupil.id')
    .execute();
  return rows.map(({ id, subject, reason, displayName: saidBy, pupilId, firstName: first, lastName: last, ...row }) => {
    const preferred = row.preferredName === null ? {} : { preferred: row.preferredName };
    const name = calledName({ id: pupilId, name: { first, last, others: [], ...preferred }, siblings: [] });
    return { id, face: Number(subject.replace('face ', '')), name, reason, saidBy };
  });
}

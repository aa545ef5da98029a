import { calledName } from '../../policy/matching/called-name.ts';
import { nameOnRecord } from '../../policy/register/name-on-record.ts';
import type { Queryable } from '../../store/database.ts';

/** Of which faces somebody said that they are not the pupil they were taken for, who said so, and how they know. */
export async function listDenials(database: Queryable, photoId: string) {
  const rows = await database
    .selectFrom('notThisPupil')
    .innerJoin('pupils', 'pupils.id', 'notThisPupil.pupilId')
    .innerJoin('accounts', 'accounts.id', 'notThisPupil.saidBy')
    .select(['notThisPupil.id', 'subject', 'reason', 'displayName'])
    .select(['firstName', 'lastName', 'preferredName'])
    .where('photoId', '=', photoId)
    .where('withdrawnAt', 'is', null)
    .orderBy('notThisPupil.id')
    .execute();
  return rows.map(({ id, subject, reason, displayName: saidBy, ...pupil }) => ({
    ...{ id, reason, saidBy },
    face: Number(subject.replace('face ', '')),
    name: calledName({ name: nameOnRecord(pupil) }),
  }));
}

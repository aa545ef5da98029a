import type { Selectable } from 'kysely';
import { AppError } from '../../lib/app-error.ts';
import type { Queryable } from '../../store/database.ts';
import type { PupilRow } from '../../store/tables/register-tables.ts';

export type StoredPupil = Selectable<PupilRow>;

/** A pupil by id. Throws `not-found`. */
export async function getPupil(database: Queryable, id: string): Promise<StoredPupil> {
  const row = await database.selectFrom('pupils').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found');
  return row;
}

/**
 * Throws `conflict` when another pupil has this number already. Lists and the names of files do not tell upper from lower
 * case: with two numbers that differ in nothing else, a list would take one pupil for both and the other for gone.
 */
export async function refuseTakenNumber(database: Queryable, schoolNumber: string, exceptId?: string): Promise<void> {
  const rows = await database
    .selectFrom('pupils')
    .select('id')
    .where((of) => of(of.fn<string>('lower', ['schoolNumber']), '=', schoolNumber.toLowerCase()))
    .execute();
  if (rows.some(({ id }) => id !== exceptId)) {
    throw new AppError('conflict', { fields: [{ path: 'schoolNumber', message: 'belongs to another pupil' }] });
  }
}

/** Throws `not-found` unless this guardian is joined to this pupil. */
export async function requireGuardianOf(database: Queryable, pupilId: string, guardianId: string): Promise<void> {
  const row = await database
    .selectFrom('pupilGuardians')
    .select('guardianId')
    .where('pupilId', '=', pupilId)
    .where('guardianId', '=', guardianId)
    .executeTakeFirst();
  if (row === undefined) {
    throw new AppError('invalid-input', {
      fields: [{ path: 'guardianId', message: 'is not a guardian of this pupil' }],
    });
  }
}

/** Throws `invalid-input` when there is no such channel. */
export async function requireChannel(database: Queryable, channelId: string | null): Promise<void> {
  if (channelId === null) return;
  const row = await database.selectFrom('channels').select('id').where('id', '=', channelId).executeTakeFirst();
  if (row === undefined) {
    throw new AppError('invalid-input', {
      fields: [{ path: 'channelId', message: 'is not a channel of this school' }],
    });
  }
}

/** Ids of channels that are open now. */
export async function openChannelIds(database: Queryable): Promise<readonly string[]> {
  const rows = await database.selectFrom('channels').select('id').where('state', '=', 'open').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

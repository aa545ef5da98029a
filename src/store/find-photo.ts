import type { Selectable } from 'kysely';
import { AppError } from '../lib/app-error.ts';
import type { Queryable, Trx } from './database.ts';
import type { BatchRow, PhotoRow } from './tables/photo-tables.ts';

export type Photo = Selectable<PhotoRow>;
export type Batch = Selectable<BatchRow>;

/** A photo by id, or undefined. */
export async function findPhoto(database: Queryable, id: string): Promise<Photo | undefined> {
  return await database.selectFrom('photos').selectAll().where('id', '=', id).executeTakeFirst();
}

/** A photo by id. Throws `not-found`. */
export async function getPhoto(database: Queryable, id: string): Promise<Photo> {
  const row = await findPhoto(database, id);
  if (row === undefined) throw new AppError('not-found');
  return row;
}

/** A batch by id. Throws `not-found`. */
export async function getBatch(database: Queryable, id: string): Promise<Batch> {
  const row = await database.selectFrom('batches').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found');
  return row;
}

/** Change a photo that is still as it was read. Throws `changed-meanwhile` when it is not. */
export async function updatePhoto(
  trx: Trx,
  photo: Pick<Photo, 'id' | 'version'>,
  change: Partial<Omit<Photo, 'id' | 'version' | 'batchId'>>,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('photos')
    .set({ ...change, version: photo.version + 1 })
    .where('id', '=', photo.id)
    .where('version', '=', photo.version)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new AppError('changed-meanwhile');
}

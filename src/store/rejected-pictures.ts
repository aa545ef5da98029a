import { isoNow, type Clock } from '../lib/clock.ts';
import { newId } from '../lib/new-id.ts';
import type { Queryable, Trx } from './database.ts';
import type { Photo } from './find-photo.ts';

/** The pictures that somebody turned down: rejected, or deleted for what is on them. */
export const rejectedPictures = {
  remember: async (
    trx: Trx,
    clock: Clock,
    { id: photoId, sha256, perceptualHash }: Pick<Photo, 'id' | 'sha256' | 'perceptualHash'>,
  ): Promise<void> => {
    await trx
      .insertInto('rejectedPictures')
      .values({ id: newId(), photoId, sha256, perceptualHash, rejectedAt: isoNow(clock) })
      .execute();
  },
  /** Whoever rejected it took that back. */
  forget: async (trx: Trx, photoId: string): Promise<void> => {
    await trx.deleteFrom('rejectedPictures').where('photoId', '=', photoId).execute();
  },
  /** Those turned down before this photo was sent; ids sort in the order of time. */
  before: async (database: Queryable, { id }: Pick<Photo, 'id'>) =>
    await database
      .selectFrom('rejectedPictures')
      .select(['sha256', 'perceptualHash'])
      .where('id', '<', id)
      .where('photoId', '<>', id)
      .execute(),
};

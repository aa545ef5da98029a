import type { Selectable } from 'kysely';
import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import type { Queryable } from '../../store/database.ts';
import { findPhoto } from '../../store/find-photo.ts';
import type { ReleaseRow, TakedownRow } from '../../store/tables/release-tables.ts';

export type Release = Selectable<ReleaseRow>;
export type Takedown = Selectable<TakedownRow>;

/** A release by id. Throws `not-found`. */
export async function getRelease(database: Queryable, id: string): Promise<Release> {
  const row = await database.selectFrom('releases').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found');
  return row;
}

/** A takedown by id. Throws `not-found`. */
export async function getTakedown(database: Queryable, id: string): Promise<Takedown> {
  const row = await database.selectFrom('takedowns').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found');
  return row;
}

/** Nobody decides that a photo which they uploaded may stay. Throws `own-upload`. */
export async function requireNotTheirOwn(database: Queryable, person: SignedIn, release: Release): Promise<void> {
  const photo = release.photoId === null ? undefined : await findPhoto(database, release.photoId);
  if (photo?.uploadedBy === person.accountId) throw new AppError('own-upload');
}

/** Whether nobody looks after a channel any more. */
export async function isChannelClosed(database: Queryable, id: string): Promise<boolean> {
  const { state } = await database
    .selectFrom('channels')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return state === 'closed';
}

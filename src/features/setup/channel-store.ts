import type { Selectable } from 'kysely';
import { AppError } from '../../lib/app-error.ts';
import type { Queryable } from '../../store/database.ts';
import type { ReleaseRow } from '../../store/tables/release-tables.ts';
import type { ChannelRow } from '../../store/tables/school-tables.ts';

export type Channel = Selectable<ChannelRow>;

/** A member of staff named for a channel now. */
export interface ChannelStaff {
  readonly id: string;
  readonly displayName: string;
  readonly isActive: boolean;
}

/** A channel by id. Throws `not-found`. */
export async function getChannel(database: Queryable, id: string): Promise<Channel> {
  const row = await database.selectFrom('channels').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found');
  return row;
}

/** Named staff of all channels, by channel. */
export async function staffByChannel(database: Queryable): Promise<ReadonlyMap<string, readonly ChannelStaff[]>> {
  const rows = await database
    .selectFrom('channelStaff')
    .innerJoin('accounts', 'accounts.id', 'channelStaff.accountId')
    .select(['channelStaff.channelId', 'accounts.id', 'accounts.displayName', 'accounts.state'])
    .where('channelStaff.leftAt', 'is', null)
    .orderBy('accounts.displayName')
    .execute();
  const staff = new Map<string, ChannelStaff[]>();
  for (const { channelId, id, displayName, state } of rows) {
    staff.set(channelId, [...(staff.get(channelId) ?? []), { id, displayName, isActive: state === 'active' }]);
  }
  return staff;
}

/** Throws `invalid-input` naming the accounts that cannot be named because they are not in use. */
export async function requireActiveAccounts(
  database: Queryable,
  ids: readonly string[],
  path: (index: number) => string,
): Promise<void> {
  const rows = await database
    .selectFrom('accounts')
    .select('id')
    .where('id', 'in', [...ids])
    .where('state', '=', 'active')
    .execute();
  const active = new Set(rows.map((row) => row.id));
  const fields = ids.flatMap((id, index) =>
    active.has(id) ? [] : [{ path: path(index), message: 'is not the account of a colleague' }],
  );
  if (fields.length > 0) throw new AppError('invalid-input', { fields });
}

/** Throws `too-few-staff` unless two active members of staff are named. */
export async function requireTwoStaff(database: Queryable, channelId: string): Promise<void> {
  const staff = (await staffByChannel(database)).get(channelId) ?? [];
  if (staff.filter((member) => member.isActive).length < 2) throw new AppError('too-few-staff');
}

/** What left for a channel and has not come down. */
export async function findPublished(database: Queryable, channelId: string): Promise<Selectable<ReleaseRow>[]> {
  return await publishedOn(database, channelId).selectAll().orderBy('id').execute();
}

/** How much left for a channel and has not come down. */
export async function countPublished(database: Queryable, channelId: string): Promise<number> {
  const { count } = await publishedOn(database, channelId)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function publishedOn(database: Queryable, channelId: string) {
  return database.selectFrom('releases').where('channelId', '=', channelId).where('takenDownAt', 'is', null);
}

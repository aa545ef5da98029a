import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import type { Clock } from '../../lib/clock.ts';
import { canAny } from '../../policy/rights.ts';
import type { Queryable } from '../../store/database.ts';
import { findPupilListDate } from '../../store/find-pupil-list-date.ts';
import { getBatch, type Batch } from '../../store/find-photo.ts';
import { readCurrentPolicy } from '../../store/read-current-policy.ts';
import type { Release } from './store.ts';
import type { ChannelRow } from '../../store/tables/school-tables.ts';

const dayMs = 86_400_000;

/** Throws `register-stale` when the pupil list is older than the policy allows, or was never imported. */
export async function requireFreshRegister(database: Queryable, clock: Clock): Promise<void> {
  const { handling } = await readCurrentPolicy(database);
  const { checkedAt, restoredAt } = await findPupilListDate(database);
  const limitMs = handling.pupilListMaxAgeDays * dayMs;
  if (restoredAt !== null) {
    throw new AppError('register-stale', { detail: 'restored from a backup, and nobody has confirmed it since' });
  }
  if (checkedAt === null || clock.now().getTime() - Date.parse(checkedAt) > limitMs) {
    throw new AppError('register-stale', { detail: `the limit is ${handling.pupilListMaxAgeDays} days` });
  }
}

/** A channel the batch is bound for. Throws `not-found` for another. */
export async function getBatchChannel(database: Queryable, batchId: string, channelId: string): Promise<ChannelRow> {
  const channel = await database
    .selectFrom('batchChannels')
    .innerJoin('channels', 'channels.id', 'batchChannels.channelId')
    .selectAll('channels')
    .where('batchChannels.batchId', '=', batchId)
    .where('channels.id', '=', channelId)
    .executeTakeFirst();
  if (channel === undefined) throw new AppError('not-found');
  return channel;
}

/** A channel the batch is bound for, and open. Throws `not-found` for another, `channel-not-open`. */
export async function requireOpenChannel(database: Queryable, batchId: string, channelId: string): Promise<ChannelRow> {
  const channel = await getBatchChannel(database, batchId, channelId);
  if (channel.state !== 'open') throw new AppError('channel-not-open');
  return channel;
}

/**
 * Whether the person keeps the record of where a release was put: whoever may collect its batch, oversees takedowns, or
 * has to take this one down. Throws `not-found` for others.
 */
export async function requirePostKeeper(database: Queryable, person: SignedIn, release: Release): Promise<void> {
  if (canAny(person.roles, 'call-off-takedown')) return;
  const task = await database
    .selectFrom('takedowns')
    .select('id')
    .where('releaseId', '=', release.id)
    .where('ownerId', '=', person.accountId)
    .where('doneAt', 'is', null)
    .executeTakeFirst();
  if (task !== undefined) return;
  if (release.batchId === null) throw new AppError('not-found');
  await getCollectableBatch(database, person, release.batchId);
}

/** A batch whose release the person may collect: their own, any for a moderator, or of a channel they are named for. */
export async function getCollectableBatch(database: Queryable, person: SignedIn, batchId: string): Promise<Batch> {
  const batch = await getBatch(database, batchId);
  if (batch.uploadedBy === person.accountId) return batch;
  if (canAny(person.roles, 'see-review-queue')) return batch;
  const named = await database
    .selectFrom('channelStaff')
    .innerJoin('batchChannels', 'batchChannels.channelId', 'channelStaff.channelId')
    .select('channelStaff.id')
    .where('batchChannels.batchId', '=', batchId)
    .where('channelStaff.accountId', '=', person.accountId)
    .where('channelStaff.leftAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (named === undefined) throw new AppError('not-found');
  return batch;
}

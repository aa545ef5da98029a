import type { Queryable } from '../../store/database.ts';
import { countPublished, getChannel, staffByChannel, type Channel } from './channel-store.ts';

const kinds = ['website', 'facebook', 'x', 'instagram', 'newsletter', 'prospectus', 'press', 'home'] as const;

function summarise(channel: Channel) {
  const { id, name, audience, profile, maxLongEdgePx, noRecordMeans, accountUrl, state } = channel;
  const kind = kinds.find((known) => known === channel.kind) ?? ('other' as const);
  return {
    ...{ id, name, kind, audience, profile, maxLongEdgePx, noRecordMeans, accountUrl, state },
    namesAllowed: channel.namesAllowed === 1,
  };
}

/** All channels by name, closed ones too, because releases point at them. */
export async function listChannels(database: Queryable) {
  const channels = await database.selectFrom('channels').selectAll().orderBy('name').execute();
  const staff = await staffByChannel(database);
  return channels.map((channel) => ({ ...summarise(channel), staff: [...(staff.get(channel.id) ?? [])] }));
}

/** One channel with its application and reviews, the newest review first. Throws `not-found`. */
export async function readChannel(database: Queryable, channelId: string) {
  const channel = await getChannel(database, channelId);
  const staff = await staffByChannel(database);
  const reviews = await database
    .selectFrom('channelReviews')
    .select(['outcome', 'leaderName', 'leaderPosition', 'note', 'nextReviewOn', 'recordedAt'])
    .where('channelId', '=', channelId)
    .orderBy('id', 'desc')
    .execute();
  const { aim, intendedAudience, promotion, audienceReason, policyUrl } = channel;
  const { reviewOn, appliedAt, closedAt, closingReason } = channel;
  return {
    ...summarise(channel),
    ...{ aim, intendedAudience, promotion, audienceReason, policyUrl },
    ...{ reviewOn, appliedAt, closedAt, closingReason },
    staff: [...(staff.get(channelId) ?? [])],
    published: await countPublished(database, channelId),
    reviews,
  };
}

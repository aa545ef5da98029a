import { isoNow, type Clock } from '../lib/clock.ts';
import { newId } from '../lib/new-id.ts';
import type { Trx } from '../store/database.ts';
import { enqueueJob } from './enqueue-job.ts';

/** What a subscriber can be told of. */
export const announcedEvents = [
  'batch.decided',
  'photo.released',
  'takedown.opened',
  'takedown.called-off',
  'takedown.done',
] as const;
export type AnnouncedEvent = (typeof announcedEvents)[number];

/** The kind of job that delivers one announcement. Its payload is `{ deliveryId }`. */
export const deliverWebhookKind = 'deliver-webhook';

/** Tries of one delivery: with the growing pause between them, about an hour. */
const maxAttempts = 10;

/**
 * Tell every subscriber, in the transaction of what happened: the delivery is written with it and made afterwards.
 * `content` takes ids, codes, days and numbers, never words about people. Call `wakeJobs` after the commit.
 */
export async function announceEvent(
  trx: Trx,
  clock: Clock,
  event: AnnouncedEvent,
  content: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  const webhooks = await trx
    .selectFrom('webhooks')
    .select(['id', 'eventsJson'])
    .where('disabledAt', 'is', null)
    .orderBy('id')
    .execute();
  for (const webhook of webhooks) {
    if (!(JSON.parse(webhook.eventsJson) as readonly string[]).includes(event)) continue;
    const [deliveryId, createdAt] = [newId(), isoNow(clock)];
    const payloadJson = JSON.stringify({ id: deliveryId, event, happenedAt: createdAt, ...content });
    await trx
      .insertInto('webhookDeliveries')
      .values({ id: deliveryId, webhookId: webhook.id, event, payloadJson, state: 'waiting', createdAt })
      .execute();
    await enqueueJob(trx, clock, { kind: deliverWebhookKind, payload: { deliveryId }, maxAttempts });
  }
}

import { randomBytes } from 'node:crypto';
import { announcedEvents, deliverWebhookKind, type AnnouncedEvent } from '../../jobs/announce-event.ts';
import { enqueueJob } from '../../jobs/enqueue-job.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { isId, newId } from '../../lib/new-id.ts';
import type { Database } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { sealContext } from '../../store/sealed-columns.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { WebhookParts } from './parts.ts';
import { whyNotSubscribed } from './public-address.ts';

/** The subscribers that are told, without their secrets. */
export async function listWebhooks(database: Database) {
  const rows = await database
    .selectFrom('webhooks')
    .select(['id', 'url', 'eventsJson', 'createdAt'])
    .where('disabledAt', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ eventsJson, ...row }) => {
    const chosen = JSON.parse(eventsJson) as readonly string[];
    return { ...row, events: announcedEvents.filter((event) => chosen.includes(event)) };
  });
}

/** Add a subscriber. The secret is returned this once and kept sealed. Throws `invalid-input` for an unsafe address. */
export async function addWebhook(
  { database, sealer, clock, settings }: WebhookParts,
  personId: string,
  { url, events }: { readonly url: string; readonly events: readonly AnnouncedEvent[] },
): Promise<{ readonly id: string; readonly secret: string }> {
  const why = whyNotSubscribed(new URL(url), settings.webhookNetworks ?? []);
  if (why !== null) throw new AppError('invalid-input', { fields: [{ path: 'url', message: why }] });
  const [id, secret] = [newId(), randomBytes(32).toString('base64url')];
  await withTransaction(database, async (trx) => {
    await trx
      .insertInto('webhooks')
      .values({
        ...{ id, url, sealedSecret: sealer.sealText(sealContext('webhook', id), secret) },
        ...{ eventsJson: JSON.stringify([...new Set(events)]), createdAt: isoNow(clock), createdBy: personId },
        disabledAt: null,
      })
      .execute();
    const subject = { kind: 'webhook', id } as const;
    await recordAudit(trx, clock, { actor: personId, action: 'webhook/added', subject, detail: { events } });
  });
  return { id, secret };
}

/** Remove a subscriber. Its row stays, because deliveries point at it. Throws `not-found`. */
export async function removeWebhook({ database, clock }: WebhookParts, personId: string, id: string): Promise<void> {
  await withTransaction(database, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('webhooks')
      .set({ disabledAt: isoNow(clock) })
      .where('id', '=', id)
      .where('disabledAt', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new AppError('not-found');
    await recordAudit(trx, clock, { actor: personId, action: 'webhook/removed', subject: { kind: 'webhook', id } });
  });
}

/** What was sent to a subscriber, the newest first, a page at a time. Throws `not-found`. */
export async function listDeliveries(
  database: Database,
  webhookId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
) {
  if (after !== undefined && !isId(after)) {
    throw new AppError('invalid-input', { fields: [{ path: 'after', message: 'must be `next` of the page before' }] });
  }
  const webhook = await database.selectFrom('webhooks').select('id').where('id', '=', webhookId).executeTakeFirst();
  if (webhook === undefined) throw new AppError('not-found');
  let query = database
    .selectFrom('webhookDeliveries')
    .select(['id', 'event', 'state', 'attempts', 'lastStatus', 'createdAt', 'lastAttemptAt', 'deliveredAt'])
    .where('webhookId', '=', webhookId)
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (after !== undefined) query = query.where('id', '<', after);
  const rows = await query.execute();
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? items.at(-1)!.id : null };
}

/** Send a delivery again. Throws `not-found`, `wrong-state` while it waits or when its subscriber was removed. */
export async function resendDelivery(parts: WebhookParts, personId: string, deliveryId: string): Promise<void> {
  const { database, clock } = parts;
  await withTransaction(database, async (trx) => {
    const row = await trx
      .selectFrom('webhookDeliveries')
      .innerJoin('webhooks', 'webhooks.id', 'webhookDeliveries.webhookId')
      .select(['webhookDeliveries.state', 'webhooks.id', 'disabledAt'])
      .where('webhookDeliveries.id', '=', deliveryId)
      .executeTakeFirst();
    if (row === undefined) throw new AppError('not-found');
    if (row.state === 'waiting' || row.disabledAt !== null) throw new AppError('wrong-state');
    await trx.updateTable('webhookDeliveries').set({ state: 'waiting' }).where('id', '=', deliveryId).execute();
    await enqueueJob(trx, clock, { kind: deliverWebhookKind, payload: { deliveryId } });
    const subject = { kind: 'webhook', id: row.id } as const;
    await recordAudit(trx, clock, { actor: personId, action: 'webhook/resent', subject, detail: { deliveryId } });
  });
  parts.wakeJobs();
}

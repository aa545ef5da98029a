import type { ClaimedJob } from '../../jobs/job.ts';
import type { JobHandler } from '../../jobs/job-runner.ts';
import { deliverWebhookKind } from '../../jobs/announce-event.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { sealContext } from '../../store/sealed-columns.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { WebhookParts } from './parts.ts';
import { sendSigned } from './send-signed.ts';

interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly payloadJson: string;
  readonly attempts: number;
  readonly url: string;
  readonly sealedSecret: Uint8Array;
  readonly webhookId: string;
  readonly disabledAt: string | null;
}

const idOf = (job: ClaimedJob): string => (job.payload as { readonly deliveryId: string }).deliveryId;

async function findDelivery({ database }: WebhookParts, id: string): Promise<Delivery | undefined> {
  return await database
    .selectFrom('webhookDeliveries')
    .innerJoin('webhooks', 'webhooks.id', 'webhookDeliveries.webhookId')
    .select(['webhookDeliveries.id', 'event', 'payloadJson', 'attempts', 'webhookId'])
    .select(['url', 'sealedSecret', 'disabledAt'])
    .where('webhookDeliveries.id', '=', id)
    .executeTakeFirst();
}

/** Try once, and write down the try whatever becomes of it. Returns the status; 0 when there was no answer. */
async function attempt(parts: WebhookParts, delivery: Delivery, signal: AbortSignal): Promise<number> {
  const { clock, sealer, settings, database } = parts;
  const status = await sendSigned({
    url: delivery.url,
    secret: sealer.openText(sealContext('webhook', delivery.webhookId), delivery.sealedSecret),
    deliveryId: delivery.id,
    event: delivery.event,
    payloadJson: delivery.payloadJson,
    sentAt: clock.now(),
    networks: settings.webhookNetworks ?? [],
    signal,
  }).catch(() => 0);
  await withTransaction(database, async (trx) => {
    await trx
      .updateTable('webhookDeliveries')
      .set({ attempts: delivery.attempts + 1, lastStatus: status, lastAttemptAt: isoNow(clock) })
      .where('id', '=', delivery.id)
      .execute();
  });
  return status;
}

/** Delivers announcements; a try that is not answered with 2xx is repeated with growing pauses, then given up. */
export function webhookJobs(parts: WebhookParts): Readonly<Record<string, JobHandler>> {
  const settle =
    (state: 'delivered' | 'given-up'): JobHandler['giveUp'] =>
    async (trx, job) => {
      await trx
        .updateTable('webhookDeliveries')
        .set({ state, deliveredAt: state === 'delivered' ? isoNow(parts.clock) : null })
        .where('id', '=', idOf(job))
        .execute();
    };
  return {
    [deliverWebhookKind]: {
      run: async (job, signal) => {
        const delivery = await findDelivery(parts, idOf(job));
        if (delivery === undefined) return () => Promise.resolve();
        if (delivery.disabledAt !== null) {
          return (trx) => settle('given-up')(trx, job, new AppError('wrong-state'));
        }
        const status = await attempt(parts, delivery, signal);
        if (status < 200 || status > 299) throw new AppError('job-failed', { detail: `status ${status}` });
        return (trx) => settle('delivered')(trx, job, new AppError('job-failed'));
      },
      giveUp: settle('given-up'),
    },
  };
}

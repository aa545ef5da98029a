import { webhookEndpoints } from '../../contract/webhooks.ts';
import { route, type Route } from '../../http/route.ts';
import { addWebhook, listDeliveries, listWebhooks, removeWebhook, resendDelivery } from './manage.ts';
import type { WebhookParts } from './parts.ts';

/** Who is told of what. */
export function webhookRoutes(parts: WebhookParts): readonly Route[] {
  const { database } = parts;
  return [
    route(webhookEndpoints.list, async () => ({ webhooks: await listWebhooks(database) })),
    route(webhookEndpoints.add, ({ person, body }) => addWebhook(parts, person.accountId, body)),
    route(webhookEndpoints.remove, async ({ person, params }) => {
      await removeWebhook(parts, person.accountId, params.webhookId);
      return undefined;
    }),
    route(webhookEndpoints.listDeliveries, ({ params, query }) => listDeliveries(database, params.webhookId, query)),
    route(webhookEndpoints.resend, async ({ person, params }) => {
      await resendDelivery(parts, person.accountId, params.deliveryId);
      return undefined;
    }),
  ];
}

import { webhookEndpoints } from '../../../src/contract/webhooks.ts';
import { newId } from '../../../src/lib/new-id.ts';
import { only, type RouteRow, type RouteWorld } from '../../support/service/route-rows.ts';

const subscription = { url: 'https://hooks.oakfield.example/photoward', events: ['photo.released'] };

async function added({ admin }: RouteWorld): Promise<{ readonly webhookId: string }> {
  const reply = await admin.post('/api/webhooks', subscription);
  return { webhookId: (reply.json as { id: string }).id };
}

/** Webhooks: their part of the route × role table. */
export const webhookRows: readonly RouteRow[] = [
  {
    endpoint: webhookEndpoints.list,
    request: async (world) => {
      await added(world);
      return {};
    },
    expected: only(200, 'admin'),
    forbidden: { admin: ['secret'] },
  },
  { endpoint: webhookEndpoints.add, request: () => ({ body: subscription }), expected: only(201, 'admin') },
  {
    endpoint: webhookEndpoints.remove,
    request: async (world) => ({ params: await added(world) }),
    expected: only(204, 'admin'),
  },
  {
    endpoint: webhookEndpoints.listDeliveries,
    request: async (world) => ({ params: await added(world) }),
    expected: only(200, 'admin'),
  },
  {
    endpoint: webhookEndpoints.resend,
    request: async (world) => {
      const { webhookId } = await added(world);
      const deliveryId = newId();
      await world.service.database
        .insertInto('webhookDeliveries')
        .values({
          ...{ id: deliveryId, webhookId, event: 'photo.released', payloadJson: '{}', state: 'given-up' },
          createdAt: '2026-03-02T09:00:00.000Z',
        })
        .execute();
      return { params: { deliveryId } };
    },
    expected: only(204, 'admin'),
  },
];

import { z } from 'zod';
import { id, moment, pageOf, pageQuery } from './common.ts';
import { endpoint, json, nothing } from './endpoint.ts';

const byWebhook = z.strictObject({ webhookId: id });
const event = z.enum(['batch.decided', 'photo.released', 'takedown.opened', 'takedown.called-off', 'takedown.done']);
const events = z.array(event).min(1, 'must name at least one event').max(5);
const url = z.url('must be an address that starts with https://').max(500, 'must have at most 500 characters');

/** Telling a website what happened. Payloads hold ids, codes and days, never anything about people. */
export const webhookEndpoints = {
  list: endpoint({
    name: 'webhooks.list',
    method: 'get',
    path: '/api/webhooks',
    summary: 'The subscribers, without their secrets.',
    roles: ['admin'],
    answer: json(
      z.strictObject({ webhooks: z.array(z.strictObject({ id, url: z.string(), events, createdAt: moment })) }),
    ),
  }),
  add: endpoint({
    name: 'webhooks.add',
    method: 'post',
    path: '/api/webhooks',
    summary: 'Add a subscriber. The secret that signs deliveries is shown this once.',
    roles: ['admin'],
    body: z.strictObject({ url, events }),
    answer: json(z.strictObject({ id, secret: z.string() }), 201),
  }),
  remove: endpoint({
    name: 'webhooks.remove',
    method: 'delete',
    path: '/api/webhooks/:webhookId',
    summary: 'Remove a subscriber: nothing more is sent to it.',
    roles: ['admin'],
    params: byWebhook,
    answer: nothing,
  }),
  listDeliveries: endpoint({
    name: 'webhooks.listDeliveries',
    method: 'get',
    path: '/api/webhooks/:webhookId/deliveries',
    summary: 'What was sent, the newest first, and how it was answered.',
    roles: ['admin'],
    params: byWebhook,
    query: z.strictObject(pageQuery),
    answer: json(
      pageOf(
        z.strictObject({
          id,
          event: z.string(),
          state: z.enum(['waiting', 'delivered', 'given-up']),
          attempts: z.int(),
          lastStatus: z.int().nullable(),
          createdAt: moment,
          lastAttemptAt: moment.nullable(),
          deliveredAt: moment.nullable(),
        }),
      ),
    ),
  }),
  resend: endpoint({
    name: 'webhooks.resend',
    method: 'post',
    path: '/api/webhook-deliveries/:deliveryId/resend',
    summary: 'Send a delivery again, with the same id.',
    roles: ['admin'],
    params: z.strictObject({ deliveryId: id }),
    answer: nothing,
  }),
} as const;

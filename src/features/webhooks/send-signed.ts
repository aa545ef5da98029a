import { createHmac } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { AppError } from '../../lib/app-error.ts';
import { lookUpWithin, whyNotSubscribed } from './public-address.ts';

const timeoutMs = 10_000;

/** One delivery on its way. */
export interface SignedDelivery {
  readonly url: string;
  readonly secret: string;
  readonly deliveryId: string;
  readonly event: string;
  readonly payloadJson: string;
  readonly sentAt: Date;
  /** Private networks it may go to, besides the open internet. */
  readonly networks: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * The signature of a delivery: HMAC-SHA-256 (hex) over the time in seconds, a full stop and the body. The time is part of
 * it, so an old delivery cannot be sent again by somebody else; the delivery's id tells the same one sent twice.
 */
export function signPayload(secret: string, seconds: number, payloadJson: string): string {
  return createHmac('sha256', secret).update(`${seconds}.${payloadJson}`).digest('hex');
}

/** POST it and return the status of the answer. Redirects are not followed. Throws when there is no answer in time. */
export async function sendSigned(delivery: SignedDelivery): Promise<number> {
  const url = new URL(delivery.url);
  const why = whyNotSubscribed(url, delivery.networks);
  if (why !== null) throw new AppError('invalid-input', { detail: `the address ${why}` });
  const seconds = Math.floor(delivery.sentAt.getTime() / 1_000);
  const signature = signPayload(delivery.secret, seconds, delivery.payloadJson);
  const options = {
    method: 'POST',
    agent: false,
    signal: AbortSignal.any([delivery.signal, AbortSignal.timeout(timeoutMs)]),
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(delivery.payloadJson),
      'user-agent': 'Photoward',
      'photoward-delivery': delivery.deliveryId,
      'photoward-event': delivery.event,
      'photoward-signature': `t=${seconds},v1=${signature}`,
    },
    lookup: lookUpWithin(url.protocol, delivery.networks),
  };
  return await new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, options, (response) => {
      const status = response.statusCode ?? 0;
      // What the subscriber says besides is of no interest, and may be without end.
      response.destroy();
      resolve(status);
    });
    request.once('error', reject);
    request.end(delivery.payloadJson);
  });
}

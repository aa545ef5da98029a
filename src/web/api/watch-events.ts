import type { Endpoint } from '../../contract/endpoint.ts';
import type { z } from 'zod';
import { addressOf, type AddressValues } from './address-of.ts';

type EventOf<E extends Endpoint> = E['answer'] extends { readonly schema: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : never;

/**
 * Follow an endpoint's events until `stop` is called. The browser connects again by itself after a lost line; a closed
 * stream (the work is done, or the session ended) calls `onEnd` once.
 */
export function watchEvents<E extends Endpoint>(
  endpoint: E,
  values: AddressValues,
  on: { readonly event: (event: EventOf<E>) => void; readonly end: () => void },
): () => void {
  const source = new EventSource(addressOf(endpoint, values));
  source.onmessage = (message: MessageEvent<string>) => {
    on.event(JSON.parse(message.data) as EventOf<E>);
  };
  source.onerror = () => {
    // A stream that the server ended is reported as an error too, and would be opened again without end.
    if (navigator.onLine) {
      source.close();
      on.end();
    }
  };
  return () => {
    source.close();
  };
}

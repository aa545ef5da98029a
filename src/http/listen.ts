import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import type { Express } from 'express';

export interface Listening {
  /** E.g. http://127.0.0.1:8080. */
  readonly origin: string;
  /** Take no more requests, let those under way end, and cut those that take longer than `graceMs`. */
  readonly stop: (graceMs: number) => Promise<void>;
}

/** Start to serve. Throws when the port is taken. */
export async function listen(
  app: Express,
  options: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createServer({ requestTimeout: 10 * 60_000, headersTimeout: 30_000 }, app);
  server.listen(options.port, options.host);
  await once(server, 'listening');
  const { port, address, family } = server.address() as AddressInfo;
  const host = family === 'IPv6' ? `[${address}]` : address;
  return {
    origin: `http://${host}:${port}`,
    stop: async (graceMs) => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const timer = setTimeout(() => {
        server.closeAllConnections();
      }, graceMs);
      await closed;
      clearTimeout(timer);
    },
  };
}

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import type { Express } from 'express';
import { AppError } from '../lib/app-error.ts';

export interface Listening {
  /** E.g. http://127.0.0.1:8080. */
  readonly origin: string;
  /** Take no more requests, let those under way end, and cut those that take longer than `graceMs`. */
  readonly stop: (graceMs: number) => Promise<void>;
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program',
  EACCES: 'needs more rights; ports from 1024 on do not',
};

/** Start to serve. Throws `address-unusable`, when another program listens there or the machine has no such address. */
export async function listen(
  app: Express,
  options: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createServer({ requestTimeout: 10 * 60_000, headersTimeout: 30_000 }, app);
  server.listen(options.port, options.host);
  await once(server, 'listening').catch((cause: unknown) => {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const why = reasons[code] ?? 'is not an address of this machine';
    throw new AppError('address-unusable', { cause, detail: `${options.host} port ${options.port} ${why}` });
  });
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

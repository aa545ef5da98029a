import type { RequestHandler } from 'express';
import { Histogram, type Registry } from 'prom-client';
import type { Log } from '../lib/log.ts';
import { assignRequestId } from './request-id.ts';

/**
 * Log and measure each request when it ends: method, the route's pattern (never the address itself, which may hold
 * words), status, time. The account's id is there so that misuse can be traced; the audit log says who that is.
 */
export function requestWatcher(log: Log, metrics: Registry): RequestHandler {
  const duration = new Histogram({
    name: 'photoward_http_request_seconds',
    help: 'How long requests took.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [metrics],
  });
  return (request, response, next) => {
    const startedAt = performance.now();
    const requestId = assignRequestId(response);
    response.once('close', () => {
      const ms = Math.round(performance.now() - startedAt);
      const { routePath = 'none', accountId, errorCode } = response.locals as Record<string, string | undefined>;
      const status = response.writableFinished ? response.statusCode : 499;
      duration.observe({ method: request.method, route: routePath, status: String(status) }, ms / 1000);
      log.info('request', { requestId, method: request.method, route: routePath, status, ms, accountId, errorCode });
    });
    next();
  };
}

import { createHash, timingSafeEqual } from 'node:crypto';
import { Router, type Request } from 'express';
import { AppError } from '../lib/app-error.ts';
import type { HttpParts } from './http-parts.ts';

type OperationsParts = Pick<HttpParts, 'metrics' | 'readiness' | 'stopping' | 'metricsToken'>;

/** For the machines that look after the service: is it alive, may it get work, how is it doing. */
export function operationsRoutes(parts: OperationsParts): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ alive: true });
  });
  router.get('/readyz', async (_request, response) => {
    const failing = await findFailing(parts);
    response.status(failing.length === 0 ? 200 : 503).json({ ready: failing.length === 0, failing });
  });
  router.get('/metrics', async (request, response) => {
    if (!mayReadMetrics(request, parts.metricsToken)) throw new AppError('not-found');
    response.type(parts.metrics.contentType).send(await parts.metrics.metrics());
  });
  return router;
}

async function findFailing(parts: OperationsParts): Promise<string[]> {
  if (parts.stopping.aborted) return ['stopping'];
  const failing: string[] = [];
  for (const check of parts.readiness) {
    const ready = await check.isReady().catch(() => false);
    if (!ready) failing.push(check.name);
  }
  return failing;
}

/** This machine itself, not a proxy on it speaking for somebody; or a bearer of the token. */
function mayReadMetrics(request: Request, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1];
  if (token !== undefined && given !== undefined) return isSame(given, token);
  const from = request.socket.remoteAddress ?? '';
  const isLocal = from === '127.0.0.1' || from === '::1' || from === '::ffff:127.0.0.1';
  return isLocal && request.get('x-forwarded-for') === undefined && request.get('forwarded') === undefined;
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a!, b!);
}

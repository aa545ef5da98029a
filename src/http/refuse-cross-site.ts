import type { Request } from 'express';
import { AppError } from '../lib/app-error.ts';

/** The origin under which the request reached us: the configured one, else what the request itself says. */
export function originOf(request: Request, publicOrigin: string | undefined): string {
  return publicOrigin ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;
}

/**
 * Requests that change something must come from our own pages. Browsers say so themselves in Origin and Sec-Fetch-Site;
 * at least one must be there and neither may disagree. Throws `cross-site`.
 */
export function refuseCrossSite(request: Request, publicOrigin: string | undefined): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const [origin, site] = [request.get('origin'), request.get('sec-fetch-site')];
  if (origin === undefined && site === undefined) throw new AppError('cross-site');
  if (site !== undefined && site !== 'same-origin') throw new AppError('cross-site');
  if (origin !== undefined && origin !== originOf(request, publicOrigin)) throw new AppError('cross-site');
}

import type { Request } from 'express';
import { AppError } from '../lib/app-error.ts';

/** The origin under which the request reached us: the configured one, else what the request itself says. */
export function originOf(request: Request, publicOrigin: string | undefined): string {
  return publicOrigin ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;
}

/**
 * Requests that change something must come from our own pages. Browsers say so themselves in Origin and Sec-Fetch-Site;
 * at least one must be there and neither may disagree. Reading is refused to another site under the same domain alone: it gets
 * no answer to read, but cookies go along, and an address may begin something (linking a Microsoft or Google account, a
 * download that is recorded). From everywhere else no session comes along. Throws `cross-site`.
 */
export function refuseCrossSite(request: Request, publicOrigin: string | undefined): void {
  const [origin, site] = [request.get('origin'), request.get('sec-fetch-site')];
  if (request.method === 'GET' || request.method === 'HEAD') {
    if (site === 'same-site') throw new AppError('cross-site');
    return;
  }
  if (origin === undefined && site === undefined) throw new AppError('cross-site');
  if (site !== undefined && site !== 'same-origin') throw new AppError('cross-site');
  if (origin !== undefined && origin !== originOf(request, publicOrigin)) throw new AppError('cross-site');
}

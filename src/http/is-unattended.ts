import type { Request } from 'express';
import { unattendedHeader } from '../contract/unattended-header.ts';

/** Whether a page reads again by itself, with nobody at it for a while. Whoever changes something is there. */
export function isUnattended(request: Request): boolean {
  return request.method === 'GET' && request.get(unattendedHeader) !== undefined;
}

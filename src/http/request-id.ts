import type { Response } from 'express';
import { newId } from '../lib/new-id.ts';

/** Give the request its id: in the answer's header, in errors and in the log. Never taken from the caller. */
export function assignRequestId(response: Response): string {
  const id = newId();
  response.locals.requestId = id;
  response.set('X-Request-Id', id);
  return id;
}

/** The id given above. */
export function requestIdOf(response: Response): string {
  return String(response.locals.requestId);
}

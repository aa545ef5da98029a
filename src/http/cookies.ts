import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

/** `__Host-` makes browsers insist on https, this host and the whole site; plain http (a first try) cannot use it. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-photoward' : 'photoward';
}

/** The session token of a request, if it looks like one. */
export function readSessionCookie(request: Request): string | undefined {
  return findCookie(request, sessionCookieName(request.secure));
}

/**
 * Hand the token to the browser: out of reach of scripts, never sent from another site, forgotten when the browser is
 * closed, because school machines are shared. The server's own limits hold besides.
 */
export function writeSessionCookie(request: Request, response: Response, token: string): void {
  response.cookie(sessionCookieName(request.secure), token, shape(request));
}

export function clearSessionCookie(request: Request, response: Response): void {
  response.clearCookie(sessionCookieName(request.secure), shape(request));
}

const attemptCookie = 'photoward-attempt';

/** The secret that ties a sign-in through another service to the browser that began it. */
export function readAttemptCookie(request: Request): string | undefined {
  return findCookie(request, attemptCookie);
}

/** `Lax`, because the browser comes back from the other service's site; it opens nothing by itself. */
export function writeAttemptCookie(request: Request, response: Response, secret: string): void {
  const { secure } = request;
  const path = '/api/sign-in';
  response.cookie(attemptCookie, secret, { httpOnly: true, sameSite: 'lax', secure, path, maxAge: 600_000 });
}

const markMaxAgeMs = 180 * 86_400_000;

/** What this browser keeps from an earlier sign-in with an e-mail address, if it looks like it. */
export function readMarkCookie(request: Request, email: string): string | undefined {
  return findCookie(request, markCookieName(email));
}

/** One for each person who signs in here, because school machines are shared; its name tells nobody who they are. */
export function writeMarkCookie(request: Request, response: Response, email: string, mark: string): void {
  const kept = { ...shape(request), path: '/api/session', maxAge: markMaxAgeMs };
  response.cookie(markCookieName(email), mark, kept);
}

function markCookieName(email: string): string {
  return `photoward-known-${createHash('sha256').update(email).digest('hex').slice(0, 12)}`;
}

function findCookie(request: Request, wanted: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === wanted && value !== undefined && /^[\w-]{20,200}$/.test(value)) return value;
  }
  return undefined;
}

function shape(request: Request) {
  return { httpOnly: true, sameSite: 'strict', secure: request.secure, path: '/' } as const;
}

import type { Request, Response } from 'express';
import type { Endpoint } from '../contract/endpoint.ts';
import { AppError } from '../lib/app-error.ts';
import { checkInput } from './check-input.ts';
import {
  clearSessionCookie,
  readAttemptCookie,
  readMarkCookie,
  readSessionCookie,
  writeAttemptCookie,
  writeMarkCookie,
  writeSessionCookie,
} from './cookies.ts';
import type { HttpParts } from './http-parts.ts';
import { bodyReceiver, discardUploads, type ReceivedBody } from './receive-body.ts';
import { originOf, refuseCrossSite } from './refuse-cross-site.ts';
import { isUnattended } from './is-unattended.ts';
import { requestIdOf } from './request-id.ts';
import { Redirect, type Call, type Route } from './route.ts';
import { sendAnswer } from './send-answer.ts';
import type { SignedIn } from './signed-in.ts';

type RunParts = Pick<HttpParts, 'findSignedIn' | 'isSignedIn' | 'stopping' | 'temporaryFolder' | 'publicOrigin'>;

/**
 * The one chain every request goes through: own site? who? allowed? well-formed? then the handler, then its answer
 * checked. Who and allowed come before the body is read, so nobody uploads without a right to.
 */
export function routeRunner(route: Route, parts: RunParts): (request: Request, response: Response) => Promise<void> {
  const { endpoint, handle } = route;
  const receive = bodyReceiver(endpoint, parts.temporaryFolder);
  return async (request, response) => {
    refuseCrossSite(request, parts.publicOrigin);
    const token = readSessionCookie(request);
    const person = token === undefined ? undefined : await parts.findSignedIn(token, !isUnattended(request));
    requireRole(endpoint, person);
    response.locals.accountId = person?.accountId;
    const params = checkInput(endpoint.params, request.params);
    const query = checkInput(endpoint.query, request.query);
    if (endpoint.query === undefined && Object.keys(request.query).length > 0) refuseQuery(request);
    const received = await receive(request, response);
    try {
      const body = checkInput(endpoint.body, received.body);
      const call = callOf({ request, response, parts, received, person, checked: { params, query, body } });
      const result = await handle(call);
      const mayContinue = async (): Promise<boolean> => token === undefined || (await parts.isSignedIn(token));
      await sendAnswer(endpoint, result, response, call.signal, mayContinue);
    } finally {
      await discardUploads(received.uploads);
    }
  };
}

function requireRole(endpoint: Endpoint, person: SignedIn | undefined): void {
  const { roles } = endpoint;
  if (roles === 'anonymous') return;
  if (person === undefined) throw new AppError('not-signed-in');
  if (!person.roles.some((role) => roles.includes(role))) throw new AppError('not-allowed');
}

function refuseQuery(request: Request): never {
  const fields = Object.keys(request.query).slice(0, 20);
  throw new AppError('invalid-input', {
    fields: fields.map((path) => ({ path: path.slice(0, 60), message: 'is not a field here' })),
  });
}

function callOf(from: {
  readonly request: Request;
  readonly response: Response;
  readonly parts: RunParts;
  readonly received: ReceivedBody;
  readonly person: SignedIn | undefined;
  readonly checked: { readonly params: unknown; readonly query: unknown; readonly body: unknown };
}): Call<Endpoint> {
  const { request, response, parts } = from;
  const gone = new AbortController();
  response.once('close', () => {
    gone.abort();
  });
  return {
    ...(from.checked as Pick<Call<Endpoint>, 'params' | 'query' | 'body'>),
    uploads: from.received.uploads,
    person: from.person as SignedIn,
    requestId: requestIdOf(response),
    address: request.ip ?? 'unknown',
    userAgent: (request.get('user-agent') ?? '').slice(0, 200),
    origin: originOf(request, parts.publicOrigin),
    signal: AbortSignal.any([gone.signal, parts.stopping]),
    startSession: (token) => {
      writeSessionCookie(request, response, token);
    },
    endSession: () => {
      clearSessionCookie(request, response);
    },
    markOf: (email) => readMarkCookie(request, email),
    keepMark: (email, mark) => {
      writeMarkCookie(request, response, email, mark);
    },
    attempt: readAttemptCookie(request),
    startAttempt: (secret) => {
      writeAttemptCookie(request, response, secret);
    },
    redirect: (address) => new Redirect(address),
  };
}

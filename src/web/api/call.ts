import type { AnswerOf, BodySent, Endpoint, ParamsSent, QuerySent } from '../../contract/endpoint.ts';
import { addressOf } from './address-of.ts';
import { unattendedHeader } from '../../contract/unattended-header.ts';
import { ApiError, apiErrorOf } from './api-error.ts';
import { isUnattended } from './is-unattended.ts';

type Sent<Name extends string, Value> = undefined extends Value
  ? Readonly<Partial<Record<Name, Value>>>
  : Readonly<Record<Name, Value>>;

/** What an endpoint takes; parts that it does not take may be left out. */
export type Input<E extends Endpoint> = Sent<'params', ParamsSent<E>> &
  Sent<'query', QuerySent<E>> &
  Sent<'body', BodySent<E>> & { readonly files?: readonly File[]; readonly signal?: AbortSignal | undefined };

/** Ask the service. Throws ApiError: its refusal in words, or `offline` when there was no answer. */
export async function call<E extends Endpoint>(endpoint: E, input: Input<E>): Promise<AnswerOf<E>> {
  const { body, files, signal } = input as { body?: unknown; files?: readonly File[]; signal?: AbortSignal };
  const response = await request(addressOf(endpoint, input), {
    method: endpoint.method.toUpperCase(),
    ...(signal === undefined ? {} : { signal }),
    ...contentOf(endpoint, body, files),
    ...(endpoint.method === 'get' && isUnattended() ? { headers: { [unattendedHeader]: '1' } } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw apiErrorOf(response.status, parse(text));
  return (text === '' ? undefined : parse(text)) as AnswerOf<E>;
}

async function request(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, credentials: 'same-origin' });
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    throw new ApiError(0, { code: 'offline' });
  }
}

function contentOf(endpoint: Endpoint, body: unknown, files: readonly File[] | undefined): RequestInit {
  if (endpoint.upload !== undefined) {
    const form = new FormData();
    if (body !== undefined) form.append('body', JSON.stringify(body));
    for (const file of files ?? []) form.append(endpoint.upload.field, file);
    return { body: form };
  }
  if (body === undefined) return {};
  return { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

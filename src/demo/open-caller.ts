import { setTimeout as wait } from 'node:timers/promises';
import { errorAnswer } from '../contract/common.ts';
import type { AnswerOf, BodySent, Endpoint, ParamsSent, QuerySent } from '../contract/endpoint.ts';
import { AppError } from '../lib/app-error.ts';
import { openCookieJar } from '../lib/cookie-jar.ts';

/** A file to send. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What goes with a call; what the endpoint does not take is left out. */
export interface Sent<E extends Endpoint> {
  readonly params?: ParamsSent<E>;
  readonly query?: QuerySent<E>;
  readonly body?: BodySent<E>;
  readonly files?: readonly SentFile[];
}

/** A person's own browser without the browser: keeps its session and asks the service by HTTP, as the pages do. */
export interface Caller {
  /** Throws `internal` with the refusal in words: the sample school asks for nothing that should be refused. */
  readonly ask: <E extends Endpoint>(endpoint: E, sent?: Sent<E>) => Promise<AnswerOf<E>>;
}

/** Somebody at this address, not signed in yet. */
export function openCaller(origin: string): Caller {
  const jar = openCookieJar();
  const ask = async <E extends Endpoint>(endpoint: E, sent: Sent<E> = {}): Promise<AnswerOf<E>> => {
    const response = await fetch(addressOf(origin, endpoint, sent), {
      method: endpoint.method.toUpperCase(),
      headers: {
        origin,
        cookie: jar.header(),
        ...(isForm(endpoint) ? {} : { 'content-type': 'application/json' }),
      },
      ...contentOf(endpoint, sent),
    });
    jar.keep(response.headers);
    return await readAnswer(endpoint, response);
  };
  return { ask };
}

/** The same for any endpoint. */
interface AnySent {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly files?: readonly SentFile[];
}

const isForm = (endpoint: Endpoint): boolean => endpoint.upload !== undefined;

function addressOf(origin: string, endpoint: Endpoint, { params, query }: AnySent): URL {
  const values = (params ?? {}) as Readonly<Record<string, string>>;
  const address = new URL(
    endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? '')),
    origin,
  );
  for (const [name, value] of Object.entries(query ?? {})) address.searchParams.set(name, String(value));
  return address;
}

function contentOf(endpoint: Endpoint, { body, files = [] }: AnySent): { body?: string | FormData } {
  if (endpoint.upload === undefined) return body === undefined ? {} : { body: JSON.stringify(body) };
  const form = new FormData();
  if (body !== undefined) form.set('body', JSON.stringify(body));
  for (const { name, bytes } of files) form.append(endpoint.upload.field, new Blob([new Uint8Array(bytes)]), name);
  return { body: form };
}

async function readAnswer<E extends Endpoint>(endpoint: E, response: Response): Promise<AnswerOf<E>> {
  const text = await response.text();
  if (!response.ok) {
    const { code, detail = '', fields = [] } = errorAnswer.parse(JSON.parse(text)).error;
    const problems = fields.map((field) => `${field.path} ${field.message}`).join('; ');
    throw new AppError('internal', { detail: `${endpoint.name} was refused: ${code} ${detail} ${problems}`.trimEnd() });
  }
  const { answer } = endpoint;
  const read: unknown = answer.kind === 'json' ? answer.schema.parse(JSON.parse(text)) : undefined;
  return read as AnswerOf<E>;
}

/** Ask again and again until the answer fits; background work is seldom long. Throws `timed-out` after five minutes. */
export async function askUntil<Answer>(ask: () => Promise<Answer>, fits: (answer: Answer) => boolean): Promise<Answer> {
  const end = Date.now() + 300_000;
  while (Date.now() < end) {
    const answer = await ask();
    if (fits(answer)) return answer;
    await wait(100);
  }
  throw new AppError('timed-out', { detail: 'the sample school' });
}

import { openCookieJar } from '../../../src/lib/cookie-jar.ts';

/** What came back, read whole. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON in it; undefined when it is not JSON. */
  readonly json: unknown;
}

export interface Send {
  readonly body?: unknown;
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A browser for tests: keeps its cookies, says where its requests come from. */
export interface Client {
  readonly origin: string;
  readonly cookies: Map<string, string>;
  readonly send: (method: string, path: string, send?: Send) => Promise<Reply>;
  readonly get: (path: string) => Promise<Reply>;
  readonly post: (path: string, body?: unknown) => Promise<Reply>;
}

export function createClient(origin: string): Client {
  const jar = openCookieJar();
  const send = async (method: string, path: string, { body, form, headers = {} }: Send = {}): Promise<Reply> => {
    const response = await fetch(new URL(path, origin), {
      method: method.toUpperCase(),
      redirect: 'manual',
      headers: {
        origin,
        'sec-fetch-site': 'same-origin',
        cookie: jar.header(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(form === undefined ? {} : { body: form }),
    });
    jar.keep(response.headers);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parse(text) };
  };
  return {
    origin,
    cookies: jar.cookies,
    send,
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body === undefined ? {} : { body }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

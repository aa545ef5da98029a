/** The cookies that one visitor keeps and sends, as a browser does. */
export interface CookieJar {
  /** By name. */
  readonly cookies: Map<string, string>;
  /** The `Cookie` header of the next request. */
  readonly header: () => string;
  /** Keeps what an answer sets, and drops what it takes back. */
  readonly keep: (answer: Headers) => void;
}

/** An empty jar, for programs that talk to the service without a browser. */
export function openCookieJar(): CookieJar {
  const cookies = new Map<string, string>();
  return {
    cookies,
    header: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    keep: (answer) => {
      for (const cookie of answer.getSetCookie()) keepCookie(cookies, cookie);
    },
  };
}

function keepCookie(cookies: Map<string, string>, cookie: string): void {
  const [pair, ...attributes] = cookie.split(';').map((part) => part.trim());
  const [name, value] = pair!.split('=', 2);
  const expires = attributes.find((part) => part.toLowerCase().startsWith('expires='))?.slice(8);
  if (value === '' || (expires !== undefined && Date.parse(expires) <= Date.now())) cookies.delete(name!);
  else cookies.set(name!, value!);
}

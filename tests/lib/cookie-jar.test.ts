import { expect, it } from 'vitest';
import { openCookieJar } from '../../src/lib/cookie-jar.ts';

const answer = (...cookies: readonly string[]): Headers =>
  new Headers(cookies.map((cookie): [string, string] => ['set-cookie', cookie]));

it('keeps what is set, the last of each name, and drops what is emptied or has expired', () => {
  const jar = openCookieJar();
  jar.keep(answer('a=1; Path=/; HttpOnly', 'b=2', 'c=3; Expires=Thu, 01 Jan 2099 00:00:00 GMT'));
  jar.keep(answer('b=4; Path=/'));
  expect(jar.header()).toBe('a=1; b=4; c=3');
  jar.keep(answer('a=; Path=/', 'c=3; Expires=Thu, 01 Jan 1970 00:00:00 GMT'));
  expect([...jar.cookies]).toEqual([['b', '4']]);
});

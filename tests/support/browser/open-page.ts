import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { Client } from '../service/client.ts';
import { sharedBrowser } from './browser.ts';

/**
 * A page in a browser of its own, signed in as the client is, at a desk's size unless said. An error on the page's
 * console, or an exception, fails the test: `expected` lists parts of those that belong to it (a refusal by the service
 * is reported by Chromium as "Failed to load resource"). `now`: what the browser takes for the time, like the service's
 * own clock of the tests. `language`: the one chosen on this machine before. `intercepts`: the test routes requests of this page. Interception is then on from the first visit:
 * Chromium may let the next request of a page already open pass when it is only switched on (or off) then.
 */
export async function openPage(
  client: Pick<Client, 'origin' | 'cookies'>,
  options: BrowserContextOptions & {
    readonly expected?: readonly string[];
    readonly now?: string;
    readonly language?: 'en' | 'cy';
    readonly intercepts?: boolean;
  } = {},
): Promise<Page> {
  const { expected = [], now, language = 'en', intercepts = false, ...contextOptions } = options;
  const browser = await sharedBrowser();
  const context = await browser.newContext({
    baseURL: client.origin,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...contextOptions,
  });
  const url = new URL(client.origin);
  await context.addCookies(
    [...client.cookies].map(([name, value]) => ({ name, value, domain: url.hostname, path: '/' })),
  );
  if (intercepts) await context.route('**/nothing-is-asked-for-here', (route) => route.abort());
  const page = await context.newPage();
  // A busy machine may start a page's first visit slowly.
  page.setDefaultTimeout(45_000);
  if (language !== 'en') await page.addInitScript(`localStorage.setItem('language', '${language}')`);
  if (now !== undefined) await page.clock.setFixedTime(now);
  const problems: string[] = [];
  const note = (text: string): void => {
    if (!expected.some((part) => text.includes(part))) problems.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') note(message.text());
  });
  page.on('pageerror', (error) => {
    note(String(error));
  });
  onTestFinished(async () => {
    await context.close();
    expect(problems, 'problems on the page').toEqual([]);
  });
  return page;
}

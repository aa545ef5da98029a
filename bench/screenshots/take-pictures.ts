import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createClient } from '../../tests/support/service/client.ts';
import type { Shot } from './pages-of.ts';

/** What was taken, and what the page complained of meanwhile. */
export interface Taken {
  readonly name: string;
  readonly problems: readonly string[];
}

const looks = ([1440, 390] as const).flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => [width, scheme] as const),
);

/** A page of a browser of its own, signed in as somebody or as nobody. */
export async function signInTo(
  browser: Browser,
  origin: string,
  { as, language }: { readonly as?: { readonly email: string; readonly password: string }; readonly language: string },
): Promise<Page> {
  const client = createClient(origin);
  if (as !== undefined) {
    const reply = await client.post('/api/session', as);
    if (reply.status !== 201) throw new Error(`${as.email} could not sign in: ${reply.text}`);
  }
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  const domain = new URL(origin).hostname;
  await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, domain, path: '/' })));
  await context.addInitScript(`localStorage.setItem('language', ${JSON.stringify(language)})`);
  return await context.newPage();
}

/** Four pictures of each page: two widths, two colour schemes. */
export async function takePictures(
  page: Page,
  shots: readonly Shot[],
  { out, only }: { readonly out: string; readonly only: string },
): Promise<Taken[]> {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  const taken: Taken[] = [];
  for (const shot of shots.filter(({ name }) => name.includes(only))) {
    for (const [width, scheme] of looks) {
      problems.length = 0;
      await page.setViewportSize({ width, height: 900 });
      // Before the page is opened: what switches while it is open is not drawn anew everywhere at once.
      await page.emulateMedia({ colorScheme: scheme });
      await openShot(page, shot, problems);
      const name = `${shot.name} ${width} ${scheme}`.replaceAll(' ', '_');
      await page.screenshot({ path: path.join(out, `${name}.png`), fullPage: shot.isWhole });
      taken.push({ name, problems: [...problems, ...(await overflowOf(page))] });
    }
  }
  return taken;
}

/** A page that does not open is a problem to report, and no reason to leave out the others. */
async function openShot(page: Page, shot: Shot, problems: string[]): Promise<void> {
  try {
    await page.goto(shot.address);
    await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 20_000 });
    // A page that follows events never falls silent: what is there after a while is what is shown.
    await page.waitForLoadState('networkidle', { timeout: 4_000 }).catch(() => undefined);
    await shot.open?.(page);
  } catch (error) {
    problems.push(`did not open: ${String(error).slice(0, 200)}`);
  }
}

/** A page that is wider than its window has to be pushed sideways to be read. */
async function overflowOf(page: Page): Promise<string[]> {
  const [content, view] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  return content > view ? [`${content} pixels wide in a window of ${view}`] : [];
}

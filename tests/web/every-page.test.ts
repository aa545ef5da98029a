import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/policy/words/role.ts';
import { addFlagged } from '../features/moderation/seed.ts';
import { releasedWorld } from '../features/release/release-world.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import type { TestService } from '../support/service/start-service.ts';
import { smallPhoto } from './review-world.ts';

/** The pages' own list, read while running: the pages are compiled for a browser and this is not. */
const { pageRoutes } = (await import(new URL('../../src/web/page-routes.ts', import.meta.url).href)) as {
  readonly pageRoutes: readonly { readonly path: string; readonly roles: readonly Role[] | 'everybody' }[];
};

/** A window of 1280 pixels at 200 % and at 400 %: WCAG 2.2, 1.4.4 and 1.4.10. */
const zoomed = [640, 320];
const mostTabs = 200;

type Ids = Readonly<Record<string, string>>;

/** A school with one of everything that a page is about. */
async function fillSchool(service: TestService): Promise<Ids> {
  const { pupilId, batchId, releaseId } = await releasedWorld(service, await service.signInAs('admin'));
  // Nothing says how long an address may be.
  const policyUrl = `https://oakfield.example/${'policies'.repeat(9)}`;
  await service.database.updateTable('channels').set({ policyUrl }).execute();
  const { photoId } = await addFlagged(service, { preview: await smallPhoto() });
  const office = await service.signInAs('office');
  const form = new FormData();
  form.append('file', new Blob(['Adno,Legal Surname,Legal Forename,Reg\nQ1,Ferrari,Ada,4B\n']), 'pupils.csv');
  const reply = await office.send('POST', '/api/imports/pupils', { form });
  const { id: importId } = reply.json as { id: string };
  return { pupilId, batchId, releaseId, photoId, importId, channelId: 'website' };
}

function addressesOf(role: Role, ids: Ids): string[] {
  const own = pageRoutes.filter(({ roles }) => (roles === 'everybody' ? role === 'staff' : roles[0] === role));
  return own.map(({ path }) => path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name]!));
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByText('Loading…').first().waitFor({ state: 'detached' });
}

/** Cards that something sticks out of; what has a scroll bar of its own does not. */
function readBurstCards(): string[] {
  return [...document.querySelectorAll('.card')]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map((card) => card.outerHTML.slice(0, 120));
}

/** What stands out of the window, or of its card, when everything is twice or four times as large. */
async function sticksOut(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of zoomed) {
    await page.setViewportSize({ width, height: 450 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) found.push(`${wide} pixels in a window of ${width}`);
    found.push(...(await page.evaluate(readBurstCards)).map((html) => `sticks out of its card at ${width}: ${html}`));
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  return found;
}

/** What has the focus: its name, whether the eye is shown where it is; null at the end of the page. */
function readFocus(): { readonly mark: string; readonly isShown: boolean } | null {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return null;
  const box = focused.closest('label');
  const around = [focused, box, focused.parentElement, ...(box?.querySelectorAll('*') ?? [])];
  const isShown = around.some((element) => {
    if (element === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  });
  focused.setAttribute('data-walked', '');
  return {
    mark: `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent}`.slice(0, 60),
    isShown,
  };
}

/** What can be pressed or filled in and was not reached. Of radio buttons and tabs the arrow keys reach the others. */
function readMissed(): string[] {
  const all = document.querySelectorAll<HTMLElement>(
    'a[href], button, summary, textarea, select, input:not([type=radio])',
  );
  return [...all]
    .filter((one) => one.checkVisibility() && one.tabIndex >= 0 && !one.matches(':disabled, [aria-disabled=true]'))
    .filter((one) => one.closest('[aria-hidden=true], [data-react-aria-prevent-focus]') === null)
    .filter((one) => !one.hasAttribute('data-walked'))
    .map((one) => one.outerHTML.slice(0, 120));
}

/** Press Tab from the top of the page to its end. */
async function walk(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
  });
  const hidden: string[] = [];
  for (let presses = 0; presses < mostTabs; presses += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(readFocus);
    if (focus === null) break;
    if (!focus.isShown) hidden.push(`not shown to have the focus: ${focus.mark}`);
  }
  return [...hidden, ...(await page.evaluate(readMissed)).map((html) => `not reached with Tab: ${html}`)];
}

describe.skipIf(!hasBrowser)('every page', { timeout: 600_000 }, () => {
  it('fits at 200 and 400 % zoom, shows the focus, is walked with Tab alone, and has nothing for axe to say', async () => {
    const service = await serveSchool();
    const ids = await fillSchool(service);
    const found: Record<string, readonly string[]> = {};
    for (const role of ['staff', 'office', 'moderator', 'dsl', 'admin'] as const) {
      const page = await openPage(await service.signInAs(role), { expected: ['status of 404'] });
      for (const address of addressesOf(role, ids)) {
        await open(page, address);
        await checkAccessibility(page);
        const problems = [...(await walk(page)), ...(await sticksOut(page))];
        if (problems.length > 0) found[`${role} ${address}`] = problems;
      }
    }
    expect(found).toEqual({});
  });

  it('has its navigation in two lines for somebody with many roles, in Welsh too', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const page = await openPage(await service.signInAs('dsl'));
    for (const language of ['en', 'cy']) {
      await page.addInitScript(`localStorage.setItem('language', '${language}')`);
      await page.goto('/account');
      await page.locator(`html[lang^=${language}]`).waitFor();
      const tops = await page
        .locator('.shell-head nav li')
        .evaluateAll((items) => items.map((one) => one.getBoundingClientRect().top));
      expect([language, new Set(tops).size]).toEqual([language, 2]);
    }
  });
});

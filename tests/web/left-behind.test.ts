import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pupilDetails } from '../features/register/world.ts';
import { openChannel } from '../features/setup/application.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { launchProfile } from '../support/browser/launch-browser.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import type { TestService } from '../support/service/start-service.ts';

const name = 'Zephyrine Quillfeather';

/** A browser as on somebody's desk, signed in as the office of a school with one pupil; on the list of pupils. */
async function openDesk(): Promise<{ service: TestService; context: BrowserContext; page: Page }> {
  const service = await serveSchool({ jobConcurrency: 0 });
  await openChannel(service, await service.signInAs('admin'));
  const person = await service.signInAs('office');
  await person.post('/api/pupils', pupilDetails('1', 'Zephyrine', 'Quillfeather'));
  const profile = mkdtempSync(path.join(tmpdir(), 'photoward-desk-'));
  const context = await launchProfile(profile, person.origin);
  onTestFinished(async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  });
  const { hostname } = new URL(person.origin);
  await context.addCookies([...person.cookies].map(([key, value]) => ({ name: key, value, domain: hostname, path: '/' }))); // prettier-ignore
  const page = await openPupils(context);
  return { service, context, page };
}

async function openPupils(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  // Every moment at which a name stands on a page that is shown again is noted, however short.
  await page.addInitScript(`addEventListener('pageshow', ({ persisted }) => {
    if (persisted && document.body.checkVisibility() && document.body.innerText.includes('Quillfeather')) {
      sessionStorage.setItem('seen', 'again');
    }
  }, true)`);
  await page.goto('/pupils');
  await page.getByRole('link', { name }).waitFor();
  return page;
}

async function signOut(page: Page): Promise<void> {
  await page.locator('.account-button').click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/sign-in/);
}

/** Not Playwright's own going back, which waits for a load that a page shown again never has. */
async function goBack(page: Page): Promise<void> {
  await page.evaluate('history.back()').catch(() => undefined);
}

async function expectNothingShown(page: Page): Promise<void> {
  await page.waitForURL(/sign-in/);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await page.getByText('Quillfeather').count()).toBe(0);
  expect(await page.evaluate(() => sessionStorage.getItem('seen'))).toBeNull();
}

describe.skipIf(!hasBrowser)('what a session leaves in the browser', () => {
  it('shows nothing again to whoever goes back after somebody signed out', async () => {
    const { page } = await openDesk();
    await signOut(page);
    await goBack(page);
    await expectNothingShown(page);
  });

  it('shows nothing again to whoever goes back after the session ended by itself', async () => {
    const { service, page } = await openDesk();
    await page.goto('about:blank');
    await service.database.updateTable('sessions').set({ revokedAt: '2026-01-01T00:00:00.000Z' }).execute();
    await goBack(page);
    await expectNothingShown(page);
  });

  it('leaves every other tab, too, when somebody signs out in one', async () => {
    const { context, page } = await openDesk();
    const other = await openPupils(context);
    await signOut(other);
    await expectNothingShown(page);
  });
});

import { describe, expect, it } from 'vitest';
import { unattendedHeader } from '../../src/contract/unattended-header.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';

describe.skipIf(!hasBrowser)('a page that nobody touches', () => {
  it('says so when it reads again by itself, until somebody is back', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const page = await openPage(await service.signInAs('moderator'));
    await page.clock.install({ time: service.clock.now() });
    const asked: boolean[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/takedowns?')) {
        asked.push(unattendedHeader in request.headers());
      }
    });
    await page.goto('/takedowns');
    await page.getByText('Nothing has to come down').waitFor();
    expect(asked).not.toContain(true);
    // Each answer sets the next time to read again, so the clock goes on in steps.
    const later = async (): Promise<boolean | undefined> => {
      await page.clock.runFor(20_000);
      return asked.at(-1);
    };
    await expect.poll(later, { timeout: 20_000 }).toBe(true);
    await page.mouse.move(200, 300);
    await expect.poll(later, { timeout: 20_000, interval: 500 }).toBe(false);
  });
});

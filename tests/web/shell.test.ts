import { describe, expect, it } from 'vitest';
import { openChannel } from '../features/setup/application.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';

const phone = { viewport: { width: 390, height: 844 } };

describe.skipIf(!hasBrowser)('the frame of every page', () => {
  it('stands in one line on a phone, and a wide table scrolls without its page', async () => {
    const service = await serveSchool();
    const page = await openPage(await service.signInAs('admin'), phone);
    await page.goto('/administration/people');
    await page.getByRole('columnheader', { name: 'Last signed in' }).waitFor();
    const middles = await page.locator('.shell-head > :not(nav)').evaluateAll((parts) =>
      parts.map((part) => {
        const { top, height } = part.getBoundingClientRect();
        return Math.round(top + height / 2);
      }),
    );
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThanOrEqual(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await checkAccessibility(page);
  });

  it('leads on where a role does not open a page, and says in its own words what is missing', async () => {
    const service = await serveSchool();
    await openChannel(service, await service.signInAs('admin'));
    const page = await openPage(await service.signInAs('staff'), { expected: ['status of 403'] });
    await page.goto('/administration/people');
    await page.getByRole('heading', { name: 'Not for your role' }).waitFor();
    await checkAccessibility(page);
    await page.getByRole('link', { name: 'Go to the start page' }).click();
    await page.getByRole('link', { name: 'Upload', exact: true }).click();
    await page.getByLabel('Title').press('Enter');
    await page.getByText('Fill this in.').first().waitFor();
    await page.getByText('Choose one of these.').first().waitFor();
  });

  it('keeps the place of the keyboard when what had the focus goes', async () => {
    const service = await serveSchool();
    const page = await openPage(await service.signInAs('admin'));
    await page.goto('/administration/devices');
    await page.getByLabel('What people call it').fill('Office camera');
    await page.getByLabel('Make').fill('Panasonic');
    await page.getByLabel('Model').fill('TZ70');
    await page.getByRole('button', { name: 'Add a device' }).click();
    const remove = page.getByRole('button', { name: 'Take off the list: Office camera' });
    await remove.focus();
    await page.keyboard.press('Enter');
    await remove.waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.closest('main') !== null);
  });
});

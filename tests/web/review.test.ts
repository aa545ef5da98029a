import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import { addEasy } from './review-world.ts';

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

const placed = (page: Page, position: number, count: number) =>
  page.getByText(`${position} of ${count}`, { exact: true }).waitFor();

describe.skipIf(!hasBrowser)('review', { timeout: 120_000 }, () => {
  it('decides three photos with keys alone, shows the next at once, and takes one back', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const photos = await addEasy(service, 4);
    const page = await openPage(await service.signInAs('moderator'));
    await page.goto('/review');
    await page.getByText('4 photos waiting').waitFor();
    await checkAccessibility(page);
    await page.getByRole('link', { name: 'Start with the first' }).focus();
    await press(page, 'Enter');
    await placed(page, 1, 4);
    await page.getByRole('img', { name: 'The photo from Sports day' }).waitFor();
    await checkAccessibility(page);

    await press(page, 'a');
    await page.getByRole('dialog', { name: 'Approve: why?' }).waitFor();
    await checkAccessibility(page);
    await press(page, 'Enter');
    await placed(page, 2, 4);
    await page.getByText('an e-mail address').first().waitFor();
    await press(page, 'r', '3');
    await placed(page, 3, 4);
    await press(page, 'a', '1');
    await placed(page, 4, 4);
    const states = async () =>
      (await service.database.selectFrom('photos').select(['id', 'state']).orderBy('position').execute()).map(
        ({ state }) => state,
      );
    expect(await states()).toEqual(['approved', 'rejected', 'approved', 'flagged']);
    const reasons = await service.database.selectFrom('decisions').select('reasonCode').orderBy('id').execute();
    expect(reasons.map(({ reasonCode }) => reasonCode)).toEqual(['all-permitted', 'attire', 'all-permitted']);

    await press(page, 'u');
    await placed(page, 3, 4);
    await page.getByText('Taken back').waitFor();
    expect(await states()).toEqual(['approved', 'rejected', 'flagged', 'flagged']);
    await press(page, 'k');
    await page.getByText('This photo is decided: rejected').waitFor();
    await press(page, '?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await checkAccessibility(page);
    expect(photos).toHaveLength(4);
  });
});

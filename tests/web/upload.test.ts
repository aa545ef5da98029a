import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import { addPupil, demoPhoto, permit } from '../features/uploads/seed.ts';
import { openChannel } from '../features/setup/application.ts';

/** Small copies keep screening quick. */
async function smallPhoto(number: 1 | 2 | 3 | 4 | 5 | 6, width = 640) {
  const buffer = await sharp(demoPhoto(number))
    .resize({ width })
    .withExif({ IFD0: { Artist: 'Mary Camera' } })
    .toBuffer();
  return { name: `IMG_${number}.jpg`, mimeType: 'image/jpeg', buffer };
}

async function fillBatch(page: Page): Promise<void> {
  await page.getByLabel('Title').fill('Sports day');
  await page.getByLabel('Date of the event').fill('2026-02-27');
  await page.getByText('Channel website – anybody can see it').click();
  await page.getByText('Only some classes or years').click();
  await page.getByText('4B', { exact: true }).click();
  const questions = await page
    .getByRole('radiogroup')
    .filter({ has: page.getByRole('radio', { name: 'Not sure' }) })
    .all();
  for (const question of questions) await question.getByText('Not sure').click();
}

describe.skipIf(!hasBrowser)('uploading', () => {
  it(
    'takes photos, tells what it does not take, tries again, and shows results as they come',
    { timeout: 240_000 },
    async () => {
      const service = await serveSchool();
      await openChannel(service, await service.signInAs('admin'));
      await permit(service, await addPupil(service, { first: 'Wilhelmina', last: 'Quennell', className: '4B' }));
      const page = await openPage(await service.signInAs('staff'), {
        expected: ['ERR_FAILED', 'ERR_CONNECTION'],
        intercepts: true,
      });
      await page.goto('/upload');
      await page.getByRole('heading', { name: 'Upload photos' }).waitFor();
      await page.getByRole('button', { name: /^Upload$/ }).click();
      await checkAccessibility(page);
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Choose photos' }).click(),
      ]);
      await chooser.setFiles([
        await smallPhoto(1),
        await smallPhoto(6),
        { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('this is text') },
        { name: 'empty.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
        { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('notes') },
      ]);
      await page.getByText('3 photos chosen').waitFor();
      const leftOut = page.getByRole('status').filter({ hasText: '2 photos cannot be uploaded' });
      for (const reason of ['empty.jpg: empty', 'notes.txt: not a photo']) {
        await leftOut.getByText(reason).waitFor();
      }
      await fillBatch(page);
      await page.getByText('With this answer a moderator looks').first().waitFor();
      await checkAccessibility(page);
      let aborted = 0;
      await page.route('**/api/batches/*/photos', async (route) => {
        aborted += 1;
        await (aborted === 1 ? route.abort('connectionreset') : route.continue());
      });
      await page.getByRole('button', { name: 'Upload 3 photos' }).click();
      await page.getByRole('heading', { name: 'Sports day' }).waitFor();
      await page.getByText('Not accepted').waitFor();
      await page.getByText('This is not a photo Photoward can read.').waitFor();
      await expect.poll(() => page.getByText('Arrived', { exact: true }).count(), { timeout: 30_000 }).toBe(2);
      expect(aborted).toBeGreaterThanOrEqual(4);
      await checkAccessibility(page);
      await expect
        .poll(() => page.getByText('Waiting for a moderator', { exact: true }).count(), { timeout: 180_000 })
        .toBe(2);
      await page.getByRole('button', { name: /^Photo 1, / }).click();
      await page.getByText('A moderator will look at it.').waitFor();
      await page.getByText('What was removed from the file').waitFor();
      await checkAccessibility(page);
      await page.keyboard.press('ArrowRight');
      await page.getByRole('heading', { name: 'Photo 2 of 2' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'The batch is complete' }).click();
      await checkAccessibility(page);
      await page.getByRole('dialog').getByRole('button', { name: 'The batch is complete' }).click();
      await page.getByText('You see here what becomes of each photo.').waitFor();
      await page.getByRole('link', { name: 'My batches' }).click();
      await page.getByText('2 photos waiting for a moderator').waitFor();
      await checkAccessibility(page);
    },
  );
});

import type { Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openChannel } from '../features/setup/application.ts';
import { send, startBatch } from '../features/uploads/seed.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import { choose, expectCount, openBatch, photos, plainPhoto } from './upload-world.ts';

describe.skipIf(!hasBrowser)('the photos of a batch', () => {
  it('keeps the questions in reach below many photos, and what to say in the end beside what is waited for', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    await openChannel(service, await service.signInAs('admin'));
    const staff = await service.signInAs('staff');
    const page = await openPage(staff);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/upload');
    await choose(page, await photos(6));
    await page.getByText('6 photos chosen').waitFor();
    expect(await page.getByRole('button', { name: 'Show all' }).count()).toBe(0);
    await choose(
      page,
      (await photos(6)).map((photo) => ({ ...photo, name: `again-${photo.name}` })),
    );
    const shown = page.getByRole('button', { name: /^Do not upload/ });
    const all = page.getByRole('button', { name: 'Show all 12 photos' });
    await all.waitFor();
    expect(await shown.count()).toBe(8);
    await checkAccessibility(page);
    await all.press('Enter');
    expect(await shown.count()).toBe(12);
    await page.getByRole('button', { name: 'Show fewer' }).press('Enter');
    expect(await shown.count()).toBe(8);

    const batchId = await startBatch(service, staff);
    await send(staff, batchId, { 'a.jpg': (await plainPhoto(1)).buffer });
    await page.goto(`/batches/${batchId}`);
    const waiting = page.getByRole('region', { name: 'What it waits for' });
    await waiting.getByText('waiting for you to say that it is complete').waitFor();
    await waiting.getByRole('button', { name: 'The batch is complete' }).waitFor();
    const other = await openPage(await service.signInAs('moderator'));
    await other.goto(`/batches/${batchId}`);
    await other.getByText('waiting for its uploader to say that it is complete').waitFor();
    expect(await other.getByRole('button', { name: 'The batch is complete' }).count()).toBe(0);
  });
});

describe.skipIf(!hasBrowser)('one photo of a batch', () => {
  it('keeps what was typed when somebody else wrote other words, and is deleted after asking', async () => {
    const { page, staff, batchId } = await openBatch(['status of 409']);
    await send(staff, batchId, { 'one.jpg': (await plainPhoto(1)).buffer, 'two.jpg': (await plainPhoto(5)).buffer });
    await page.getByRole('button', { name: /^Photo 1, / }).click();
    await page.getByRole('textbox', { name: 'Caption' }).fill('A sunny morning');
    const batch = (await staff.get(`/api/batches/${batchId}`)).json as { photos: { id: string; version: number }[] };
    const [photo] = batch.photos;
    const theirs = { caption: 'A wet morning', altText: '', version: photo!.version };
    expect((await staff.send('PUT', `/api/photos/${photo!.id}/text`, { body: theirs })).status).toBe(200);
    await page.getByRole('button', { name: 'Save the words' }).click();
    await page.getByText('Somebody changed this photo meanwhile').waitFor();
    await page.getByText('Stored caption: A wet morning').waitFor();
    expect(await page.getByRole('textbox', { name: 'Caption' }).inputValue()).toBe('A sunny morning');
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Save the words' }).click();
    await page.getByText('Saved. The photo was judged again').waitFor();
    const stored = (await staff.get(`/api/photos/${photo!.id}`)).json;
    expect(stored).toMatchObject({ caption: 'A sunny morning' });

    await page.getByRole('button', { name: 'Delete this photo' }).click();
    const question = page.getByRole('dialog', { name: 'Delete this photo now?' });
    await question.getByText('This cannot be taken back.').waitFor();
    await checkAccessibility(page);
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect((await staff.get(`/api/photos/${photo!.id}`)).status).toBe(200);
    await page.getByRole('button', { name: 'Delete this photo' }).click();
    await question.getByRole('button', { name: 'Delete this photo' }).click();
    await page.getByText('The photo was deleted.').waitFor();
    await expectCount(page, 'Waiting to be checked', 1);
    expect((await staff.get(`/api/photos/${photo!.id}`)).status).toBe(404);
  });

  it('says of many photos which were not accepted, and why, before all the others', async () => {
    const { page } = await openBatch();
    const broken = { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('this is text') };
    await choose(page, [...(await photos(21)), broken]);
    await page.getByText('21 photos uploaded. 1 photo not accepted: see why below.').waitFor();
    expect(await page.getByText('This is not a photo Photoward can read.').isVisible()).toBe(true);
    expect(await page.getByText('Arrived', { exact: true }).first().isVisible()).toBe(false);
    await checkAccessibility(page);
  });

  it('lets go of the line for news while nobody looks, so that many tabs never take them all', async () => {
    const { page, batchId, staff } = await openBatch();
    const isNews = (request: Request): boolean => request.url().endsWith('/progress');
    const show = (state: 'hidden' | 'visible') =>
      page.evaluate((now) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    const closed = page.waitForEvent('requestfailed', isNews);
    await show('hidden');
    await closed;
    await send(staff, batchId, { 'one.jpg': (await plainPhoto(1)).buffer });
    const opened = page.waitForRequest(isNews);
    await show('visible');
    await opened;
    await page.getByText('1 photo being checked').waitFor();
  });
});

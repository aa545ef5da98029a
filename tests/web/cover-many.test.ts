import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import { send, startBatch, untilScreened } from '../features/uploads/seed.ts';
import { addEasy, addForLineUp, oneFace } from './review-world.ts';
import { fitsNarrow, press } from './review-keys.ts';

/** A folder for pictures of the pages, to be looked at. */
const shots = process.env['SHOTS'];

describe.skipIf(!hasBrowser)('several photos at once', { timeout: 300_000 }, () => {
  it('have every face covered, are checked by the real engine, and come back to be decided', async () => {
    const service = await serveSchool();
    const staff = await service.signInAs('staff');
    const batchId = await startBatch(service, staff);
    const face = await oneFace();
    await send(staff, batchId, { 'one.jpg': face });
    await untilScreened(staff, batchId, service.origin);
    const page = await openPage(await service.signInAs('moderator'));
    await page.goto('/review');
    await page.getByRole('button', { name: 'Select the 1 with faces to cover' }).click();
    await page.getByRole('button', { name: 'Cover every face in 1 photo' }).click();
    await page.getByRole('dialog').getByText('look whether a face was missed').waitFor();
    await checkAccessibility(page);
    await press(page, 'Enter');
    await page.getByText('1 of 1 are being covered.').waitFor();
    await page.getByText('1 changed picture being made and checked. It comes back here by itself.').waitFor();
    await page.getByText('Covered or cropped', { exact: true }).last().waitFor({ timeout: 200_000 });
    await checkAccessibility(page);
    // The tile shows the covered picture, although the browser has the one from before in its memory.
    const shown = page.getByRole('listitem').locator('img');
    const middle = await shown.evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [1, 1];
      const context = canvas.getContext('2d')!;
      const { width, height } = image;
      context.drawImage(image, width * 0.4, height * 0.35, width * 0.1, height * 0.1, 0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    });
    if (shots !== undefined) await page.screenshot({ path: `${shots}/many-back.png` });
    for (const channel of middle) expect(Math.abs(channel - 96), 'the grey of a cover').toBeLessThan(4);
    const output = await service.database.selectFrom('photoOutputs').selectAll().executeTakeFirstOrThrow();
    expect(output).toMatchObject({ kind: 'cover', checkState: 'passed' });
    // Nothing else is found in it, and yet somebody has to look at it, by itself.
    const tile = page.getByRole('listitem').filter({ hasText: 'Sports day' });
    expect(await tile.getByRole('checkbox').count()).toBe(1);
    expect(await tile.getByText('Easy', { exact: true }).count()).toBe(0);
    await tile.getByRole('link').click();
    await page.getByText('covered without a look at this photo').first().waitFor();
    await checkAccessibility(page);
    await page.getByRole('link', { name: 'Back to the queue' }).click();
    await page.getByRole('button', { name: /Everything/ }).press('Enter');
    await page.getByRole('option', { name: 'Covered or cropped' }).press('Enter');
    expect(new URL(page.url()).searchParams.get('show')).toBe('changed');
    await page.getByRole('checkbox', { name: /^Select this photo/ }).press('Space');
    await page.getByRole('button', { name: 'Take the changes off 1 photo' }).click();
    await press(page, 'Enter');
    await page.getByText('1 of 1 are as uploaded again.').waitFor();
    await page.getByText('No photo passes these filters').waitFor();
    await page.getByRole('button', { name: 'Show everything' }).last().click();
    await page.getByRole('button', { name: 'Select the 1 with faces to cover' }).waitFor();
  });

  it('say with how many each action can be done, and keep the others selected', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const [easy] = await addEasy(service, 2);
    await addForLineUp(service, easy);
    await addForLineUp(service, easy);
    const page = await openPage(await service.signInAs('moderator'));
    await page.goto('/review');
    await page.getByText('4 photos waiting').waitFor();
    for (const box of await page.getByRole('checkbox', { name: /^Select this photo/ }).all()) await box.press('Space');
    await page.getByText('4 selected').waitFor();
    const actions = page.getByRole('group', { name: 'Several at once' }).getByRole('button');
    expect(await actions.allInnerTexts()).toEqual([
      'Select the 2 easy ones',
      'Select the 2 with faces to cover',
      'Approve 2',
      'Reject 2',
      'Cover every face in 2 photos',
      'Clear the selection',
    ]);
    await checkAccessibility(page);
    if (shots !== undefined) await page.screenshot({ path: `${shots}/many.png` });
    await page.getByRole('button', { name: 'Cover every face in 2 photos' }).click();
    if (shots !== undefined) await page.screenshot({ path: `${shots}/many-dialog.png` });
    await press(page, 'Enter');
    await page.getByText('2 of 2 are being covered.').waitFor();
    await page.getByText('2 selected').waitFor();
    await page.getByText('2 changed pictures being made and checked.').waitFor();
    await fitsNarrow(page);
    if (shots !== undefined) await page.screenshot({ path: `${shots}/many-narrow.png` });
  });
});

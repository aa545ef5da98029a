import sharp from 'sharp';
import { expect, it } from 'vitest';
import { photoForm } from '../features/register/photos.ts';
import { addPupil } from '../features/register/world.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';

const plain = (background: string) =>
  sharp({ create: { width: 240, height: 300, channels: 3, background } })
    .jpeg()
    .toBuffer();

it.skipIf(!hasBrowser)(
  'shows a portrait as it is now to who comes back to the page',
  { timeout: 120_000 },
  async () => {
    const service = await serveSchool();
    const office = await service.signInAs('office');
    const pupilId = await addPupil(office, 'A1');
    const replace = async (background: string): Promise<void> => {
      const form = photoForm(await plain(background));
      expect((await office.send('PUT', `/api/pupils/${pupilId}/portrait`, { form })).status).toBe(201);
    };
    const page = await openPage(office, { now: '2026-03-02T09:30:00Z' });
    const portrait = page.getByAltText(/^Portrait of/);
    const isRed = async (): Promise<boolean> =>
      await portrait.evaluate(async (image: HTMLImageElement) => {
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [1, 1];
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0, 1, 1);
        const [red, , blue] = context.getImageData(0, 0, 1, 1).data;
        return red! > blue!;
      });
    await replace('#c00');
    await page.goto('/pupils');
    await page.locator(`a[href="/pupils/${pupilId}"]`).first().click();
    await portrait.waitFor();
    expect(await isRed()).toBe(true);
    await page.goBack();
    await portrait.waitFor({ state: 'detached' });
    await replace('#00c'); // a colleague, or a ZIP of this year's portraits
    await page.clock.setFixedTime('2026-03-02T09:31:00Z');
    await page.goForward();
    await portrait.waitFor();
    await expect.poll(isRed).toBe(false);
    // And replaced on the page itself.
    const file = { name: 'portrait.jpg', mimeType: 'image/jpeg', buffer: await plain('#c00') };
    await page.locator('input[type=file]').first().setInputFiles(file);
    await expect.poll(isRed).toBe(true);
  },
);

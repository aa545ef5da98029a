import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect } from 'vitest';
import { startBatch } from '../features/uploads/seed.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';

/** A picture of one colour. */
export async function plainPhoto(at: number) {
  const background = { r: 40 * at, g: 200 - 30 * at, b: 90 };
  const buffer = await sharp({ create: { width: 120, height: 80, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return { name: `IMG_${at}.jpg`, mimeType: 'image/jpeg', buffer };
}

export const photos = (count: number) => Promise.all(Array.from({ length: count }, (_, at) => plainPhoto(at)));

/** A batch that is open, as its uploader sees it. Nothing is screened. */
export async function openBatch(expected: readonly string[] = [], cutOff?: string) {
  const service = await serveSchool({ jobConcurrency: 0 });
  const staff = await service.signInAs('staff');
  const batchId = await startBatch(service, staff);
  const page = await openPage(staff, { expected, intercepts: true });
  if (cutOff !== undefined) await page.route(cutOff, (route) => route.abort());
  await page.goto(`/batches/${batchId}`);
  await page.getByRole('heading', { name: 'Add photos' }).waitFor();
  return { service, staff, batchId, page };
}

/** `meanwhile`: what happens while the files are being looked for. */
export async function choose(
  page: Page,
  files: Awaited<ReturnType<typeof photos>>,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose photos' }).click(),
  ]);
  await meanwhile();
  await chooser.setFiles(files);
}

export const expectCount = (page: Page, words: string, count: number) =>
  expect.poll(() => page.getByText(words, { exact: true }).count(), { timeout: 60_000 }).toBe(count);

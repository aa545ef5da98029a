import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';

export const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

export const placed = (page: Page, position: number, count: number) =>
  page.getByText(`${position} of ${count}`, { exact: true }).waitFor();

/** Nothing sticks out of the page on a phone, nor with 200 % zoom at a desk. */
export async function fitsNarrow(page: Page): Promise<void> {
  for (const width of [390, 720]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(width);
  }
  await checkAccessibility(page);
}

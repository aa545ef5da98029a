import type { Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { findChromium } from './find-chromium.ts';
import { launchBrowser } from './launch-browser.ts';

let opened: Promise<Browser> | undefined;

/** Whether the pages can be tested on this machine. */
export const hasBrowser = findChromium() !== undefined;

/** The one Chromium of a test file, closed at its end. */
export function sharedBrowser(): Promise<Browser> {
  opened ??= launchBrowser();
  return opened;
}

afterAll(async () => {
  await (await opened)?.close();
  opened = undefined;
});

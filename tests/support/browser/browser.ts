import type { Browser } from 'playwright-core';
import { findChromium } from './find-chromium.ts';
import { launchBrowser } from './launch-browser.ts';

let opened: Promise<Browser> | undefined;

/** Whether the pages can be tested on this machine. */
export const hasBrowser = findChromium() !== undefined;

/** The one Chromium of all test files of a worker, started anew if it was lost; it ends with the worker. */
export async function sharedBrowser(): Promise<Browser> {
  if (opened !== undefined && !(await opened).isConnected()) opened = undefined;
  opened ??= launchBrowser();
  return opened;
}

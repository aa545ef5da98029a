import { chromium, type Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { findChromium } from './find-chromium.ts';

let opened: Promise<Browser> | undefined;

/** Whether the pages can be tested on this machine. */
export const hasBrowser = findChromium() !== undefined;

/** Flags that keep a headless Chromium to itself: nothing is fetched that a test did not ask for. */
const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The one Chromium of a test file, closed at its end. */
export function sharedBrowser(): Promise<Browser> {
  opened ??= launchBrowser();
  return opened;
}

/** A Chromium of one's own, for tools. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium: set CHROMIUM_PATH, or install Debian’s chromium.');
  return chromium.launch({ executablePath, args: quietFlags });
}

afterAll(async () => {
  await (await opened)?.close();
  opened = undefined;
});

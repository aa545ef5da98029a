import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

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

/** A Chromium of one's own, for tools. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium: set CHROMIUM_PATH, or install Debian’s chromium.');
  return chromium.launch({ executablePath, args: quietFlags });
}

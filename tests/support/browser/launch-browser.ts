import { chromium, type Browser, type BrowserContext } from 'playwright-core';
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

function requireChromium(): string {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium: set CHROMIUM_PATH, or install Debian’s chromium.');
  return executablePath;
}

/**
 * A Chromium that keeps its history, its forms, its cache, and pages to come back to, in a folder, as one on somebody's
 * desk does.
 */
export function launchProfile(folder: string, baseURL: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: requireChromium(),
    args: quietFlags,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    baseURL,
  });
}

/** A Chromium of one's own, for tools. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = requireChromium();
  return chromium.launch({ executablePath, args: quietFlags });
}

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** A Chromium to test the pages in: CHROMIUM_PATH, Debian's, or Playwright's own; undefined when there is none. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  return [named, '/usr/bin/chromium', chromium.executablePath()].find(
    (file): file is string => file !== undefined && file !== '' && existsSync(file),
  );
}

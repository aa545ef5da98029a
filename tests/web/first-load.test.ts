import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pagesFolder } from '../support/browser/build-pages.ts';
import { hasBrowser } from '../support/browser/browser.ts';

const mostBytes = 250_000;

/** The scripts of a page and all that they import at once, by address; what is fetched later is not among them. */
function scriptsOf(html: string): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  const read = (address: string): void => {
    if (found.has(address)) return;
    const content = readFileSync(path.join(pagesFolder, address));
    found.set(address, content);
    // Rolldown writes static imports as `import{…}from"./x.js"` or `import"./x.js"`, and lazy ones as `import("./x.js")`.
    for (const [, name] of content.toString('utf8').matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)) {
      read(path.posix.join(path.posix.dirname(address), name!));
    }
  };
  for (const [, address] of html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)) read(address!);
  return found;
}

// Built by the browser tests' own set-up, which is left out where there is no browser.
describe.skipIf(!hasBrowser)('the first load', () => {
  it('is under 250 kB of script, gzipped', () => {
    const scripts = scriptsOf(readFileSync(path.join(pagesFolder, 'index.html'), 'utf8'));
    expect(scripts.size).toBeGreaterThan(0);
    const sizes = [...scripts].map(([address, content]) => [address, gzipSync(content).length] as const);
    const sum = sizes.reduce((total, [, bytes]) => total + bytes, 0);
    expect(sum, sizes.map(([address, bytes]) => `${address} ${bytes}`).join('\n')).toBeGreaterThan(50_000);
    expect(sum, sizes.map(([address, bytes]) => `${address} ${bytes}`).join('\n')).toBeLessThan(mostBytes);
  });
});

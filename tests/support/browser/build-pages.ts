import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const root = path.join(import.meta.dirname, '..', '..', '..');

/** Where the built pages are. */
export const pagesFolder = path.join(root, 'public', 'app');

function newestOf(folder: string): number {
  return Math.max(
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
      (file) => statSync(path.join(folder, file)).mtimeMs,
    ),
  );
}

/** Build the pages unless nothing changed since the last time. */
export async function buildPages(): Promise<void> {
  const index = path.join(pagesFolder, 'index.html');
  const sources = ['src/web', 'src/contract', 'src/policy/words', 'src/lib', 'public/static'];
  const newest = Math.max(...sources.map((folder) => newestOf(path.join(root, folder))));
  if (existsSync(index) && statSync(index).mtimeMs > newest) return;
  // The test runner says `test` here, and React would be built for development: larger, slower and not what is shipped.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'error' });
  } finally {
    process.env['NODE_ENV'] = before;
  }
}

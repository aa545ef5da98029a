import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../lib/app-error.ts';

/** What systems leave in folders by themselves; nobody means it as a photo. */
const clutter = /^(\.|thumbs\.db$|desktop\.ini$|ehthumbs\.db$|__macosx$)/i;

const inOrder = (a: string, b: string): number =>
  a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' }) || (a < b ? -1 : a > b ? 1 : 0);

/** `seen` holds the real paths of the folders on the way, so that a link to a folder above ends the walk. */
async function walk(folder: string, seen: ReadonlySet<string>): Promise<string[]> {
  const real = await realpath(folder);
  if (seen.has(real)) return [];
  const inside = new Set([...seen, real]);
  const names = (await readdir(folder)).filter((name) => !clutter.test(name)).sort(inOrder);
  const files: string[] = [];
  for (const name of names) {
    const entry = path.join(folder, name);
    // A link to nothing is listed as a file, so that it is reported rather than passed over.
    const isFolder = await stat(entry)
      .then((found) => found.isDirectory())
      .catch(() => false);
    for (const file of isFolder ? await walk(entry, inside) : [entry]) files.push(file);
  }
  return files;
}

async function expand(given: string): Promise<string[]> {
  const found = await stat(given).catch((cause: unknown) => {
    throw new AppError('file-not-found', { cause, detail: given });
  });
  if (!found.isDirectory()) return [given];
  return walk(given, new Set()).catch((cause: unknown) => {
    throw new AppError('file-unreadable', { cause, detail: given });
  });
}

/**
 * The files to check: those given, and everything in the folders given, sorted, each once. Only dot files and what
 * systems leave behind is passed over: any other file that is no photo is listed, and then reported as such.
 * Throws AppError `file-not-found`, `file-unreadable`, or `usage` when there is nothing at all.
 */
export async function listPhotos(given: readonly string[]): Promise<string[]> {
  const lists: string[][] = [];
  for (const one of given) lists.push(await expand(one));
  const files = [...new Map(lists.flat().map((file) => [path.resolve(file), file])).values()];
  if (files.length === 0) throw new AppError('usage', { detail: `there are no files in ${given.join(', ')}` });
  return files;
}

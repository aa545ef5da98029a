import { existsSync } from 'node:fs';
import { link, rename, unlink } from 'node:fs/promises';
import { AppError } from '../lib/app-error.ts';

/**
 * Gives a written file its name, which nothing may have yet: of two at the same moment one gets it. Throws `conflict`
 * when the name is taken.
 */
export async function nameNew(draft: string, target: string): Promise<void> {
  try {
    await link(draft, target); // never over a file that is there, as `rename` would
  } catch (cause) {
    if (existsSync(target)) throw new AppError('conflict', { cause, detail: target });
    return rename(draft, target); // memory sticks (FAT, exFAT) and some network shares know no second names
  }
  await unlink(draft);
}

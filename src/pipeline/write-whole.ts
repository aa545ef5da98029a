import { open, rename } from 'node:fs/promises';
import { AppError } from '../lib/app-error.ts';

/**
 * Writes a file so that it is there whole or not at all: under another name first, flushed to the disk, then renamed.
 * Throws AppError `clean-failed` when the folder cannot be written.
 */
export async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${target}.unfinished`;
  try {
    const file = await open(unfinished, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, target);
  } catch (cause) {
    throw new AppError('clean-failed', { cause, detail: 'the output folder could not be written' });
  }
}

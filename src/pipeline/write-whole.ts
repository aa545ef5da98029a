import { open, rename } from 'node:fs/promises';
import { AppError } from '../lib/app-error.ts';
import { isNameless } from '../lib/nameless-file.ts';

/**
 * Writes a file so that it is there whole or not at all: under another name first, flushed to the disk, then renamed.
 * One without a name is filled as it is: whoever holds it reads it only when told that it is whole.
 * Throws AppError `clean-failed` when the folder cannot be written.
 */
export async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${target}.unfinished`;
  try {
    if (isNameless(target)) {
      await refill(target, bytes);
      return;
    }
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

/** A process that died may have left more there than there is to write. */
async function refill(target: string, bytes: Uint8Array): Promise<void> {
  const file = await open(target, 'r+');
  try {
    await file.truncate(0);
    await file.writeFile(bytes);
  } finally {
    await file.close();
  }
}

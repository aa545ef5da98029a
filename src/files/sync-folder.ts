import { open } from 'node:fs/promises';

/** Flushes a folder's own list of names, so that a file renamed into it or removed from it stays so after a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

import { open } from 'node:fs/promises';

/** Writes a file that must not exist yet, readable by its owner alone, and flushes it to the disk. */
export async function writeNew(file: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const part of bytes) await handle.writeFile(part);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

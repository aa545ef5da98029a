import { createReadStream } from 'node:fs';
import type { KeyRing } from '../../files/key-ring.ts';
import { openSealedStream } from '../../files/sealed-format.ts';
import { AppError } from '../../lib/app-error.ts';
import { backupContext, readFrames, type BackupEnd, type BackupFile, type BackupHead } from './backup-format.ts';

/**
 * Opens a backup and walks through all of it. Throws `backup-damaged`, `file-sealed` when it needs another key, or
 * `file-not-found`.
 */
export async function openBackup(
  file: string,
  keys: KeyRing,
  visit: (file: BackupFile, content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<{ readonly head: BackupHead; readonly end: BackupEnd }> {
  return await readFrames(openPlain(file, keys), visit);
}

async function* openPlain(file: string, keys: KeyRing): AsyncGenerator<Buffer> {
  try {
    yield* openSealedStream(keys, backupContext, createReadStream(file));
  } catch (error) {
    if (error instanceof AppError && error.code === 'file-damaged') {
      throw new AppError('backup-damaged', { cause: error });
    }
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) {
      throw new AppError('file-not-found', { cause: error, detail: file });
    }
    throw error;
  }
}

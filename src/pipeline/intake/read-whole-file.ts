import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { AppError } from '../../lib/app-error.ts';

const notFoundCodes = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

function toReadError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return new AppError(notFoundCodes.has(code) ? 'file-not-found' : 'file-unreadable', { cause: error, detail: code });
}

/** Reads to the end or one byte past the limit, whichever comes first: a file may grow while it is read. */
async function readAtMost(file: FileHandle, sizeHint: number, maxBytes: number): Promise<Buffer> {
  let buffer = Buffer.allocUnsafeSlow(Math.min(sizeHint, maxBytes) + 1);
  let filled = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, null);
    filled += bytesRead;
    if (bytesRead === 0) return buffer.subarray(0, filled);
    if (filled > maxBytes) return buffer.subarray(0, filled);
    if (filled === buffer.length) {
      const larger = Buffer.allocUnsafeSlow(Math.min(buffer.length * 2, maxBytes + 1));
      buffer.copy(larger);
      buffer = larger;
    }
  }
}

async function readOpened(file: FileHandle, maxBytes: number): Promise<Buffer> {
  const status = await file.stat();
  if (!status.isFile()) throw new AppError('file-unreadable', { detail: 'this is a folder or device, not a file' });
  const detail = `the limit is ${Math.floor(maxBytes / 1_000_000)} MB`;
  if (status.size > maxBytes) throw new AppError('file-too-large', { detail });
  const bytes = await readAtMost(file, status.size, maxBytes);
  if (bytes.length > maxBytes) throw new AppError('file-too-large', { detail });
  if (bytes.length === 0) throw new AppError('empty-file');
  return bytes;
}

/**
 * All bytes of an ordinary file. Opened without blocking, so that a named pipe nobody writes to cannot hold the run.
 * Throws AppError `file-not-found`, `file-unreadable`, `file-too-large` or `empty-file`.
 */
export async function readWholeFile(filePath: string, maxBytes: number): Promise<Buffer> {
  let file: FileHandle | undefined;
  try {
    file = await open(filePath, constants.O_RDONLY | constants.O_NONBLOCK);
    return await readOpened(file, maxBytes);
  } catch (error) {
    throw toReadError(error);
  } finally {
    await file?.close();
  }
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../lib/app-error.ts';
import type { ShippedFile } from './manifest.ts';

/** The bytes of a shipped file, or of an added one. Throws `model-missing` or `model-altered`, naming the file. */
export async function readVerified(shipped: Pick<ShippedFile, 'file' | 'sha256'>, folder: string): Promise<Buffer> {
  const bytes = await readFile(path.join(folder, shipped.file)).catch((cause: unknown) => {
    throw new AppError('model-missing', { cause, detail: shipped.file });
  });
  if (createHash('sha256').update(bytes).digest('hex') !== shipped.sha256) {
    throw new AppError('model-altered', { detail: shipped.file });
  }
  return bytes;
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { AppError } from '../lib/app-error.ts';

/**
 * A file of numbers that were fitted in this project; it bears the SHA-256 of their JSON. Throws `model-missing` when it is
 * not there or not of this form, `model-altered` when its numbers are not those it was written with.
 */
export async function readFitted<Fitted extends { readonly sha256: string }>(
  { file, folder }: { readonly file: string; readonly folder: string },
  form: z.ZodType<Fitted>,
  numbersOf: (fitted: Fitted) => unknown,
): Promise<Fitted> {
  const fitted = await readFile(path.join(folder, file), 'utf8')
    .then((text) => form.parse(JSON.parse(text)))
    .catch((cause: unknown) => {
      throw new AppError('model-missing', { cause, detail: file });
    });
  const digest = createHash('sha256')
    .update(JSON.stringify(numbersOf(fitted)))
    .digest('hex');
  if (digest !== fitted.sha256) throw new AppError('model-altered', { detail: file });
  return fitted;
}

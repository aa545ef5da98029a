import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { modelsFolder } from '../../inference/manifest.ts';
import type { ModelPack } from '../../inference/packs/model-packs.ts';
import { AppError } from '../../lib/app-error.ts';

/** The text of a pack's licence, with whose it is. Throws `model-missing` when the file with the text is gone. */
export async function readLicence({ licence, author }: ModelPack): Promise<string> {
  const file = path.join('licences', `${licence}.txt`);
  const text = await readFile(path.join(modelsFolder, file), 'utf8').catch((cause: unknown) => {
    throw new AppError('model-missing', { cause, detail: file });
  });
  return `Copyright (c) ${author}\n\n${text}`;
}

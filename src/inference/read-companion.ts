import { AppError } from '../lib/app-error.ts';
import { modelsFolder, readManifest } from './manifest.ts';
import { readVerified } from './read-verified.ts';

/**
 * A file that ships beside a net, e.g. `readCompanion('ocr_recognise', 'ocr_keys.txt')`.
 * Throws `model-missing` or `model-altered`, naming the file.
 */
export async function readCompanion(id: string, file: string, folder: string = modelsFolder): Promise<Buffer> {
  const companion = (await readManifest(folder)).get(id)?.companions.find((one) => one.file === file);
  if (companion === undefined) throw new AppError('model-missing', { detail: file });
  return readVerified(companion, folder);
}

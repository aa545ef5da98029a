import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readStoredWeights, weightGroups, type StoredWeights } from '../tfjs/stored-weights.ts';

/** The weights of one of face-api's nets, e.g. `ssd_mobilenetv1_model`. */
export async function readFaceApiWeights(packageFolder: string, model: string): Promise<StoredWeights> {
  const folder = path.join(packageFolder, 'model');
  const manifest: unknown = JSON.parse(await readFile(path.join(folder, `${model}-weights_manifest.json`), 'utf8'));
  return readStoredWeights(weightGroups.parse(manifest), await readFile(path.join(folder, `${model}.bin`)));
}

import { AppError } from '../../lib/app-error.ts';
import { readManifest } from '../../inference/manifest.ts';
import { weightsVersion } from '../../inference/weights-version.ts';

/** Which shipped nets describe a face, in the order of their names in a template. */
const embedderNets = ['fr_feature', 'faceapi_descriptor'];

/** Names the shipped nets that describe faces, and a pack's beside them, without loading any. Throws `model-missing`. */
export async function readEmbedderModel(packName?: string): Promise<string> {
  const manifest = await readManifest();
  const names = embedderNets.map((id) => {
    const entry = manifest.get(id);
    if (entry === undefined) throw new AppError('model-missing', { detail: id });
    return `${id}@${weightsVersion(entry.sha256)}`;
  });
  return [...names, ...(packName === undefined ? [] : [packName])].join('+');
}

import { findPackFor } from '../../inference/packs/open-pack.ts';
import { matchingPackName } from '../match/open-matching-pack.ts';
import { readEmbedderModel } from '../match/read-embedder-model.ts';
import type { DetectorOptions } from '../registry.ts';

/** Names the nets by which an engine makes templates, without loading them. Throws `model-missing` or `model-altered`. */
export async function nameTemplateModel({
  engine,
  packsFolder,
}: Pick<DetectorOptions, 'engine' | 'packsFolder'>): Promise<string> {
  if (engine === 'face-api') return 'face-api';
  const pack = await findPackFor('matching', packsFolder);
  return readEmbedderModel(pack && matchingPackName(pack));
}

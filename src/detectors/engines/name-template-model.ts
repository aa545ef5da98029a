import { findPackFor } from '../../inference/packs/open-pack.ts';
import { matchingPackName } from '../match/open-matching-pack.ts';
import { readEmbedderModel } from '../match/read-embedder-model.ts';
import type { DetectorOptions } from '../registry.ts';

/** Names the nets by which an engine makes templates, without loading them. Throws `model-missing`. */
export async function nameTemplateModel({ engine, packs }: Pick<DetectorOptions, 'engine' | 'packs'>): Promise<string> {
  if (engine === 'face-api') return 'face-api';
  const pack = findPackFor('matching', packs);
  return readEmbedderModel(pack && matchingPackName(pack));
}

import { readEmbedderModel } from '../match/read-embedder-model.ts';
import type { EngineName } from '../registry.ts';

/** Names the nets by which an engine makes templates, without loading them. Throws `model-missing`. */
export function nameTemplateModel(engine: EngineName): Promise<string> {
  return engine === 'face-api' ? Promise.resolve('face-api') : readEmbedderModel();
}

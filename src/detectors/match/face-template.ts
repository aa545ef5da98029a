import type { FaceVectors } from './open-face-embedder.ts';

/** What is kept of one pupil's reference photos. Plain data: may be stored encrypted and sent between processes. */
export interface FaceTemplate {
  /** The nets that made the vectors; vectors of different models are never compared. */
  readonly model: string;
  /** One entry a reference photo. */
  readonly vectors: readonly FaceVectors[];
}

/** One template out of several photos of one pupil. Throws a RangeError for none, or when models differ. */
export function joinTemplates(templates: readonly FaceTemplate[]): FaceTemplate {
  const [first] = templates;
  if (first === undefined) throw new RangeError('joinTemplates needs at least one template');
  if (templates.some(({ model }) => model !== first.model)) throw new RangeError('templates of different models');
  return { model: first.model, vectors: templates.flatMap(({ vectors }) => vectors) };
}

import { openSceneEmbedder, type SceneEmbedder } from '../attire/open-scene-embedder.ts';
import type { Detector } from '../detector.ts';
import { nudityScore } from './nudity-score.ts';

export interface NudityDetectorOptions {
  /** Shared with the attire detector, so that the nets look at a photo once. Opened when not given. */
  readonly embedder?: SceneEmbedder;
  /** Where the nets are; the shipped ones by default. */
  readonly folder?: string;
}

/**
 * Looks for nudity in the whole photo, for the quarantine that only the safeguarding lead sees. Its answer is a number;
 * no picture is kept or shown. Throws `model-missing` or `model-altered`.
 */
export async function createNudityDetector(options: NudityDetectorOptions = {}): Promise<Detector<'nudity'>> {
  const embedder = options.embedder ?? (await openSceneEmbedder(options.folder));
  return {
    id: 'nudity',
    version: embedder.version,
    observes: 'nudity',
    needs: [],
    async observe(photo, _needed, signal) {
      signal.throwIfAborted();
      const { classes } = await embedder.readWhole(photo);
      signal.throwIfAborted();
      return { score: nudityScore(classes) };
    },
  };
}

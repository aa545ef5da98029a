import type { Detector } from '../detector.ts';
import { readAttireHead } from './attire-head.ts';
import { openSceneEmbedder, type SceneEmbedder } from './open-scene-embedder.ts';

export interface AttireDetectorOptions {
  /** Shared with the nudity detector, so that the nets look at a photo once. Opened when not given. */
  readonly embedder?: SceneEmbedder;
  /** Where the nets and the trained heads are; the shipped ones by default. */
  readonly folder?: string;
}

const toProbability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/**
 * Tells whether somebody in a photo wears swimwear, and whether the scene is a pool, a beach or open water.
 * Throws `model-missing` or `model-altered`.
 */
export async function createAttireDetector(options: AttireDetectorOptions = {}): Promise<Detector<'attire', 'faces'>> {
  const embedder = options.embedder ?? (await openSceneEmbedder(options.folder));
  const head = await readAttireHead(embedder.version, options.folder);
  return {
    id: 'attire',
    version: `${embedder.version}-${head.version}`,
    observes: 'attire',
    needs: ['faces'],
    async observe(photo, _needed, signal) {
      signal.throwIfAborted();
      const { features } = await embedder.readWhole(photo);
      signal.throwIfAborted();
      return {
        swimwear: toProbability(head.logOdds('swimwear', features)),
        water: toProbability(head.logOdds('water', features)),
        people: [],
      };
    },
  };
}

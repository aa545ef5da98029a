import { expect, it } from 'vitest';
import { drawScenery } from '../../../eval/train/draw-scenery.ts';
import { randomFrom } from '../../../eval/text/random.ts';
import { createAttireDetector } from '../../../src/detectors/attire/create-attire-detector.ts';
import { photoFromRaster } from '../../../src/pipeline/decode/photo-from-raster.ts';

// The heads were fitted on pictures of another seed. Before they were, 46 of 100 such pictures passed for swimming.
it('sees no swimwear in drawn landscapes, posters and surfaces', async () => {
  const detector = await createAttireDetector();
  const { signal } = new AbortController();
  const pictures = await drawScenery(10, randomFrom(90210));
  const scores: number[] = [];
  for (const picture of pictures) {
    const { swimwear } = await detector.observe(photoFromRaster(picture), { faces: [] }, signal);
    scores.push(swimwear);
  }
  expect(scores.filter((score) => score >= 0.25)).toHaveLength(0);
}, 60_000);

import { readFile } from 'node:fs/promises';
import { proposeCards } from '../../src/detectors/text/find-cards.ts';
import type { RotatedRectangle } from '../../src/detectors/text/rotated-rectangle.ts';
import { decodePhoto } from '../../src/pipeline/decode.ts';
import type { Sample } from '../text/fit-two-layers.ts';
import type { Random } from '../text/random.ts';
import { cardSample } from './gather-cards.ts';

/** The fair-haired woman's face in demo photo 1; on her chest hangs a card that a stethoscope covers in part. */
const face = { x: 1467, y: 205, width: 226, height: 258 };
const facePx = Math.sqrt(face.width * face.height);

function jitter({ centre, width, height, angle }: RotatedRectangle, random: Random): RotatedRectangle {
  const near = (share: number): number => random.between(-share, share);
  return {
    centre: { x: centre.x + near(0.08) * width, y: centre.y + near(0.08) * height },
    width: width * (1 + near(0.12)),
    height: height * (1 + near(0.12)),
    angle: angle + near(0.1) + (random.chance(0.5) ? Math.PI : 0),
  };
}

/** The one real card among the photos that may be learnt from, cut out in slightly different ways. */
export async function gatherRealCard(file: string, count: number, random: Random): Promise<Sample[]> {
  const { full } = await decodePhoto(await readFile(file), 'jpeg');
  const [card] = await proposeCards(full, { box: face });
  if (card === undefined) throw new Error(`No card is proposed in ${file}.`);
  return Array.from({ length: count }, () => cardSample(full, jitter(card, random), facePx, 1));
}

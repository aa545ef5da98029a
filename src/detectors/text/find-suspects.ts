import { boxAround, type Box } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';
import { edgeBlocks, type GreyPicture } from './edge-blocks.ts';
import { labelComponents } from './label-components.ts';
import { likelihoodMap } from './likelihood-map.ts';
import type { TwoLayerNet } from './read-two-layers.ts';
import type { View } from './view.ts';
import { wholePixels } from './whole-pixels.ts';

/** A place that may hold text; the likelier ones have the higher score, 0 to 1. */
export interface Suspect extends View {
  readonly likelihood: number;
}

const leastProbability = 0.4;
/** On a chest a badge is likelier than elsewhere: log-odds added there. */
const chestOdds = Math.log(4);
/** Room about a suspect, in pixels of the picture it was seen in. */
const marginPx = 14;

function raise(probability: number): number {
  const odds = (probability / (1 - Math.min(probability, 0.9999))) * Math.exp(chestOdds);
  return odds / (1 + odds);
}

const holds = (box: Box, x: number, y: number): boolean =>
  x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height;

/** Suspects in a picture `reduction` times smaller than the photo; text found there is searched at twice that size. */
function suspectsIn(net: TwoLayerNet, picture: GreyPicture, reduction: number, chests: readonly Box[]): Suspect[] {
  const map = likelihoodMap(net, edgeBlocks(picture));
  const [cellWidth, cellHeight] = [map.cellWidth * reduction, map.cellHeight * reduction];
  const raised = map.probability.map((probability, index) => {
    const x = ((index % map.columns) + 0.5) * cellWidth;
    const y = (Math.floor(index / map.columns) + 0.5) * cellHeight;
    return probability > 0 && chests.some((chest) => holds(chest, x, y)) ? raise(probability) : probability;
  });
  const margin = marginPx * reduction;
  return labelComponents(raised, map.columns, leastProbability, 1).map(({ rim, mean, pixels }) => {
    const box = boxAround(rim);
    return {
      part: {
        x: box.x * cellWidth - margin,
        y: box.y * cellHeight - margin,
        width: box.width * cellWidth + 2 * margin,
        height: box.height * cellHeight + 2 * margin,
      },
      scale: 2 / reduction,
      likelihood: mean * (1 - 0.5 ** pixels),
    };
  });
}

/** A photo's brightness by how many times smaller it is: what suspects are looked for in. */
export type Reductions = ReadonlyMap<number, GreyPicture>;

/** Places in a photo that may hold text, likeliest first, found by their edges alone. On chests badges are likelier. */
export function findSuspects(
  net: TwoLayerNet,
  photo: Raster,
  reductions: Reductions,
  chests: readonly Box[],
): Suspect[] {
  return [...reductions]
    .flatMap(([reduction, picture]) => suspectsIn(net, picture, reduction, chests))
    .map((suspect) => ({ ...suspect, part: wholePixels(suspect.part, photo.width, photo.height) }))
    .sort((a, b) => b.likelihood - a.likelihood);
}

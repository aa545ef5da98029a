import { boxAround, intersectionArea, type Box, type Quad } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';
import type { Face } from '../../policy/words/evidence.ts';
import { cardFacePx, cardPatches } from './card-patches.ts';
import { describeCard } from './describe-card.ts';
import { sharedArea } from './quad-overlap.ts';
import type { TwoLayerNet } from './read-two-layers.ts';
import { resizeRaster } from './resize-raster.ts';
import { cornersOf, type RotatedRectangle } from './rotated-rectangle.ts';
import { wholePixels } from './whole-pixels.ts';

/** The net that judges proposals, in `models/`. */
export const cardHeadFile = 'card_head.json';

/** Below smaller faces a card is a few pixels and anything may look like one. */
const leastFacePx = 40;

const sizeOfFace = ({ box }: Pick<Face, 'box'>): number => Math.sqrt(box.width * box.height);

/** Where a badge is worn: nearer to the face than other text may be. In face sizes from the chin and from the middle. */
function wearingArea({ box }: Pick<Face, 'box'>, size: number): Box {
  const top = box.y + box.height * 0.9;
  return { x: box.x + box.width / 2 - 1.3 * size, y: top, width: 2.6 * size, height: 2.1 * size };
}

/** What may be a card on the chest below a face, in pixels of the photo. */
export async function proposeCards(photo: Raster, face: Pick<Face, 'box'>): Promise<RotatedRectangle[]> {
  const size = sizeOfFace(face);
  const part = wholePixels(wearingArea(face, size), photo.width, photo.height);
  const scale = cardFacePx / size;
  const [width, height] = [Math.round(part.width * scale), Math.round(part.height * scale)];
  if (width < cardFacePx / 2 || height < cardFacePx / 2) return [];
  const patches = cardPatches(await resizeRaster(photo, part, width, height));
  return patches.map((patch) => ({
    centre: { x: part.x + patch.centre.x / scale, y: part.y + patch.centre.y / scale },
    width: patch.width / scale,
    height: patch.height / scale,
    angle: patch.angle,
  }));
}

function isOnFace(quad: Quad, faces: readonly Face[]): boolean {
  const box = boxAround(quad);
  return faces.some((face) => intersectionArea(face.box, box) > 0.2 * box.width * box.height);
}

/**
 * Pale cards with print on them on people's chests: name badges, stickers and lanyard cards, whether or not they can be
 * read. A small net fitted on drawn cards and on photos without any judges what looks like one. In pixels of the photo;
 * the corners start at no particular side.
 */
export async function findCards(
  net: TwoLayerNet,
  photo: Raster,
  faces: readonly Face[],
  signal: AbortSignal,
): Promise<Quad[]> {
  const cards: Quad[] = [];
  for (const face of faces.filter(({ sizePx }) => sizePx >= leastFacePx)) {
    signal.throwIfAborted();
    for (const rectangle of await proposeCards(photo, face)) {
      const quad = cornersOf(rectangle);
      if (cards.some((card) => sharedArea(card, quad) > 0) || isOnFace(quad, faces)) continue;
      if (net.logOdds(describeCard(photo, rectangle, sizeOfFace(face))) >= 0) cards.push(quad);
    }
  }
  return cards;
}

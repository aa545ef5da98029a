import type { Face } from '../../policy/words/evidence.ts';
import { chestOfFace } from './chest-of-face.ts';
import type { View } from './view.ts';
import { wholePixels } from './whole-pixels.ts';

/** The whole photo is searched at this long edge at most, for text that is large in it. */
const overviewLongEdgePx = 640;
/** Photos up to this many pixels are searched at their own size throughout. */
const smallPhotoPixels = 1_300_000;
/** All chests together are searched with about this many pixels. */
const chestPixels = 700_000;
const mostEnlarged = 2;

/** What to search of a photo of this size: all of it, and the chest of each face in more detail. */
export function planViews(width: number, height: number, faces: readonly Face[]): View[] {
  const whole = { x: 0, y: 0, width, height };
  const overview = width * height <= smallPhotoPixels ? 1 : Math.min(1, overviewLongEdgePx / Math.max(width, height));
  const chests = faces
    .map((face) => wholePixels(chestOfFace(face, width, height), width, height))
    .filter((chest) => chest.width >= 16 && chest.height >= 16);
  const area = chests.reduce((sum, chest) => sum + chest.width * chest.height, 0);
  const scale = Math.min(mostEnlarged, Math.sqrt(chestPixels / Math.max(1, area)));
  const closeUps = scale > overview * 1.2 ? chests.map((part) => ({ part, scale })) : [];
  return [{ part: whole, scale: overview }, ...closeUps];
}

import type { Box } from '../../lib/geometry.ts';
import type { Face } from '../../policy/words/evidence.ts';
import { chestOfFace } from './chest-of-face.ts';
import type { View } from './view.ts';

/** The whole photo is searched at this long edge at most, for text that is large in it. */
const overviewLongEdgePx = 640;
/** Photos up to this many pixels are searched at their own size throughout. */
const wholePixels = 1_300_000;
/** All chests together are searched with about this many pixels. */
const chestPixels = 700_000;
const mostEnlarged = 2;

function outward(box: Box, width: number, height: number): Box {
  const [left, top] = [Math.floor(box.x), Math.floor(box.y)];
  const right = Math.min(width, Math.ceil(box.x + box.width));
  const bottom = Math.min(height, Math.ceil(box.y + box.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** What to search of a photo of this size: all of it, and the chest of each face in more detail. */
export function planViews(width: number, height: number, faces: readonly Face[]): View[] {
  const whole = { x: 0, y: 0, width, height };
  const overview = width * height <= wholePixels ? 1 : Math.min(1, overviewLongEdgePx / Math.max(width, height));
  const chests = faces
    .map((face) => outward(chestOfFace(face, width, height), width, height))
    .filter((chest) => chest.width >= 16 && chest.height >= 16);
  const area = chests.reduce((sum, chest) => sum + chest.width * chest.height, 0);
  const scale = Math.min(mostEnlarged, Math.sqrt(chestPixels / Math.max(1, area)));
  const closeUps = scale > overview * 1.2 ? chests.map((part) => ({ part, scale })) : [];
  return [{ part: whole, scale: overview }, ...closeUps];
}

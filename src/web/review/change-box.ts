import type { Box } from './review-types.ts';
import { within } from './within.ts';

/** How large a picture is, in its pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The least a rectangle may be, in pixels of the photo: smaller ones cannot be held. */
const least = 8;

/** A rectangle moved, but not out of the picture. */
export function moveBox(box: Box, right: number, down: number, whole: Size): Box {
  return {
    ...box,
    x: within(box.x + right, 0, whole.width - box.width),
    y: within(box.y + down, 0, whole.height - box.height),
  };
}

/** A rectangle with one corner moved, the opposite one held; never out of the picture, never turned inside out. */
export function resizeBox(
  { x, y, width, height }: Box,
  corner: 'nw' | 'ne' | 'se' | 'sw',
  right: number,
  down: number,
  whole: Size,
): Box {
  const [isWest, isNorth] = [corner.endsWith('w'), corner.startsWith('n')];
  const left = isWest ? within(x + right, 0, x + width - least) : x;
  const top = isNorth ? within(y + down, 0, y + height - least) : y;
  const farRight = isWest ? x + width : within(x + width + right, x + least, whole.width);
  const bottom = isNorth ? y + height : within(y + height + down, y + least, whole.height);
  return { x: left, y: top, width: farRight - left, height: bottom - top };
}

/** A rectangle in the middle of the picture, this share of it each way. */
export function middleBox({ width, height }: Size, share: number): Box {
  const margin = (1 - share) / 2;
  return { x: width * margin, y: height * margin, width: width * share, height: height * share };
}

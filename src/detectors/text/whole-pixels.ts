import { clampBox, type Box } from '../../lib/geometry.ts';

/** The box made up to whole pixels, inside a picture of the given size. */
export function wholePixels(box: Box, width: number, height: number): Box {
  const inside = clampBox(box, width, height);
  const [x, y] = [Math.floor(inside.x), Math.floor(inside.y)];
  return {
    x,
    y,
    width: Math.min(width, Math.ceil(inside.x + inside.width)) - x,
    height: Math.min(height, Math.ceil(inside.y + inside.height)) - y,
  };
}

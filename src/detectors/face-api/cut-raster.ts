import { clampBox, type Box } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';

/** The whole pixels of a raster under a box, as face-api cuts them; undefined when nothing of the box is inside. */
export function cutRaster(raster: Raster, box: Box): Raster | undefined {
  const inside = clampBox(box, raster.width, raster.height);
  const [x, y] = [Math.floor(inside.x), Math.floor(inside.y)];
  const [width, height] = [Math.floor(inside.width), Math.floor(inside.height)];
  if (width < 1 || height < 1) return undefined;
  const data = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    const start = ((y + row) * raster.width + x) * 3;
    data.set(raster.data.subarray(start, start + width * 3), row * width * 3);
  }
  return { width, height, data };
}

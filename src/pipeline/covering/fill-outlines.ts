import type { Point } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';

/** One colour for every pixel, so that nothing of what was below can be computed back. */
const fill = [96, 96, 96] as const;

/** Where a row's middle crosses an outline's edges, from left to right. */
function crossings(outline: readonly Point[], y: number): number[] {
  const found: number[] = [];
  for (const [index, from] of outline.entries()) {
    const to = outline[(index + 1) % outline.length]!;
    if (from.y <= y === to.y <= y) continue;
    found.push(from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x));
  }
  return found.sort((a, b) => a - b);
}

/** A copy of a raster in which outlines are filled. Pixels that an edge only touches are filled too. */
export function fillOutlines(raster: Raster, outlines: readonly (readonly Point[])[]): Raster {
  const { width, height } = raster;
  const data = Uint8Array.from(raster.data);
  for (const outline of outlines) {
    const ys = outline.map((point) => point.y);
    const [top, bottom] = [Math.max(0, Math.floor(Math.min(...ys))), Math.min(height - 1, Math.ceil(Math.max(...ys)))];
    for (let row = top; row <= bottom; row++) {
      const xs = crossings(outline, row + 0.5);
      for (let pair = 0; pair + 1 < xs.length; pair += 2) {
        const [left, right] = [Math.max(0, Math.floor(xs[pair]!)), Math.min(width - 1, Math.ceil(xs[pair + 1]!))];
        for (let column = left; column <= right; column++) data.set(fill, (row * width + column) * 3);
      }
    }
  }
  return { width, height, data };
}

import type { Point, Quad } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';

/** Maps the unit square onto a quad: (0,0) to its first corner, (1,0) to the second, (1,1), (0,1). */
export function unitSquareTo(quad: Quad): (u: number, v: number) => Point {
  const [a, b, c, d] = quad;
  const [sx, sy] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const [dx1, dy1, dx2, dy2] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y];
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = determinant === 0 ? 0 : (sx * dy2 - dx2 * sy) / determinant;
  const h = determinant === 0 ? 0 : (dx1 * sy - sx * dy1) / determinant;
  const [ax, bx] = [b.x - a.x + g * b.x, d.x - a.x + h * d.x];
  const [ay, by] = [b.y - a.y + g * b.y, d.y - a.y + h * d.y];
  return (u, v) => {
    const w = g * u + h * v + 1;
    return { x: (ax * u + bx * v + a.x) / w, y: (ay * u + by * v + a.y) / w };
  };
}

/** Adds the bilinear sample at a position to `sum`; outside the picture its edge is repeated. */
function addSample(source: Raster, x: number, y: number, sum: Float64Array): void {
  const { width, height, data } = source;
  const cx = Math.min(Math.max(x - 0.5, 0), width - 1);
  const cy = Math.min(Math.max(y - 0.5, 0), height - 1);
  const [x0, y0] = [Math.floor(cx), Math.floor(cy)];
  const [fx, fy] = [cx - x0, cy - y0];
  const right = x0 + 1 < width ? 3 : 0;
  const top = (y0 * width + x0) * 3;
  const bottom = y0 + 1 < height ? top + width * 3 : top;
  for (let channel = 0; channel < 3; channel += 1) {
    const upper = data[top + channel]! * (1 - fx) + data[top + right + channel]! * fx;
    const lower = data[bottom + channel]! * (1 - fx) + data[bottom + right + channel]! * fx;
    sum[channel]! += upper * (1 - fy) + lower * fy;
  }
}

/**
 * The part of a picture under a mapping of the unit square, as an upright picture of the given size. Bilinear; where
 * the picture is made smaller, `samples` x `samples` positions are averaged for each pixel.
 */
export function warp(
  source: Raster,
  mapping: (u: number, v: number) => Point,
  width: number,
  height: number,
  samples: number,
): Raster {
  const data = new Uint8Array(width * height * 3);
  const sum = new Float64Array(3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      sum.fill(0);
      for (let sy = 0; sy < samples; sy += 1) {
        for (let sx = 0; sx < samples; sx += 1) {
          const at = mapping((x + (sx + 0.5) / samples) / width, (y + (sy + 0.5) / samples) / height);
          addSample(source, at.x, at.y, sum);
        }
      }
      const to = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        data[to + channel] = Math.round(sum[channel]! / (samples * samples));
      }
    }
  }
  return { width, height, data };
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Length of a quad along its text and across it, in pixels. */
export function sizeOf(quad: Quad): { readonly along: number; readonly across: number } {
  const [a, b, c, d] = quad;
  return {
    along: (distance(a, b) + distance(d, c)) / 2,
    across: (distance(a, d) + distance(b, c)) / 2,
  };
}

import type { Point } from '../../lib/geometry.ts';
import { convexHull } from './convex-hull.ts';
import type { RotatedRectangle } from './rotated-rectangle.ts';

function rectangleAlong(hull: readonly Point[], angle: number): RotatedRectangle {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [uLow, uHigh, vLow, vHigh] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of hull) {
    const [u, v] = [x * cos + y * sin, y * cos - x * sin];
    [uLow, uHigh] = [Math.min(uLow, u), Math.max(uHigh, u)];
    [vLow, vHigh] = [Math.min(vLow, v), Math.max(vHigh, v)];
  }
  const [u, v] = [(uLow + uHigh) / 2, (vLow + vHigh) / 2];
  return {
    centre: { x: u * cos - v * sin, y: u * sin + v * cos },
    width: uHigh - uLow,
    height: vHigh - vLow,
    angle,
  };
}

/**
 * The smallest turned rectangle around some points: one of its sides lies on an edge of the convex hull, so every
 * edge is tried. Throws a RangeError for an empty list.
 */
export function minimumAreaRectangle(points: readonly Point[]): RotatedRectangle {
  const hull = convexHull(points);
  if (hull.length === 0) throw new RangeError('minimumAreaRectangle needs at least one point');
  let best: RotatedRectangle | undefined;
  hull.forEach((from, i) => {
    const to = hull[(i + 1) % hull.length]!;
    const rectangle = rectangleAlong(hull, Math.atan2(to.y - from.y, to.x - from.x));
    if (best === undefined || rectangle.width * rectangle.height < best.width * best.height) best = rectangle;
  });
  return best!;
}

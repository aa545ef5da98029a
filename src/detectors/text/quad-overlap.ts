import type { Point, Quad } from '../../lib/geometry.ts';

/** Area of a polygon without crossings, in square pixels. */
export function polygonArea(points: readonly Point[]): number {
  let twice = 0;
  points.forEach((a, i) => {
    const b = points[(i + 1) % points.length]!;
    twice += a.x * b.y - b.x * a.y;
  });
  return Math.abs(twice) / 2;
}

function clip(points: readonly Point[], from: Point, to: Point): Point[] {
  const side = (p: Point): number => (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
  return points.flatMap((point, i) => {
    const next = points[(i + 1) % points.length]!;
    const [here, there] = [side(point), side(next)];
    const kept = here >= 0 ? [point] : [];
    if (here >= 0 === there >= 0) return kept;
    const t = here / (here - there);
    return [...kept, { x: point.x + t * (next.x - point.x), y: point.y + t * (next.y - point.y) }];
  });
}

/** Area two convex quads share (Sutherland-Hodgman clipping); their corners go clockwise as seen. */
export function sharedArea(a: Quad, b: Quad): number {
  let rest: Point[] = [...a];
  b.forEach((from, i) => {
    rest = clip(rest, from, b[(i + 1) % 4]!);
  });
  return rest.length < 3 ? 0 : polygonArea(rest);
}

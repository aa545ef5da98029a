import type { Point } from '../../lib/geometry.ts';
import type { RotatedRectangle } from './rotated-rectangle.ts';

/** A line of text along a parabola. */
export interface BentLine {
  /** Around the whole line, with `width` along it; its angle lies between -45 and 135 degrees, so that it reads forward. */
  readonly rectangle: RotatedRectangle;
  /** How far the line's ends lie below its middle, in pixels across the rectangle; negative where they lie above. */
  readonly bend: number;
}

/** Shorter patches look bent by chance. */
const leastRatio = 2.5;
/** A line bent by less of its own height is read well enough straight. */
const leastBend = 0.18;

const quarter = Math.PI / 2;

/** Sums of powers of `u` (0 to 4) and of `v` times powers of `u` (0 to 2), for points about their own middle. */
function momentsOf(points: readonly Point[]): { readonly u: number[]; readonly v: number[] } {
  const [u, v] = [
    [0, 0, 0, 0, 0],
    [0, 0, 0],
  ];
  for (const { x, y } of points) {
    let power = 1;
    for (let i = 0; i < 5; i += 1, power *= x) {
      u[i]! += power;
      if (i < 3) v[i]! += power * y;
    }
  }
  return { u, v };
}

const determinant = (a: readonly number[], b: readonly number[], c: readonly number[]): number =>
  a[0]! * (b[1]! * c[2]! - b[2]! * c[1]!) -
  a[1]! * (b[0]! * c[2]! - b[2]! * c[0]!) +
  a[2]! * (b[0]! * c[1]! - b[1]! * c[0]!);

/** The parabola y = a + b x + c x2 nearest to some points (least squares, Cramer's rule), or null for a lone column. */
function fitParabola(points: readonly Point[]): readonly [number, number, number] | null {
  const { u, v } = momentsOf(points);
  const columns = [u.slice(0, 3), u.slice(1, 4), u.slice(2, 5)] as const;
  const whole = determinant(...columns);
  if (Math.abs(whole) < 1e-6) return null;
  return [
    determinant(v, columns[1], columns[2]) / whole,
    determinant(columns[0], v, columns[2]) / whole,
    determinant(columns[0], columns[1], v) / whole,
  ];
}

/** Points in a frame turned by `angle` about `centre`. */
function turned(points: readonly Point[], centre: Point, angle: number): Point[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return points.map(({ x, y }) => {
    const [dx, dy] = [x - centre.x, y - centre.y];
    return { x: dx * cos + dy * sin, y: dy * cos - dx * sin };
  });
}

/** From the least to the greatest x: one point after the other, as a banner's patch has more than a call takes arguments. */
function spanOf(points: readonly Point[]): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const { x } of points) {
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  return [low, high];
}

/** The direction of a rectangle's longer side, reading forward: between -45 and 135 degrees. */
function forwardAngle({ width, height, angle }: RotatedRectangle): number {
  const along = width >= height ? angle : angle + quarter;
  return along - Math.PI * Math.floor((along + quarter / 2) / Math.PI);
}

/**
 * Whether a patch of text is bent, and how: the parabola through the middle of its pixels. `tight` is the smallest
 * rectangle around the patch. Null where it is straight, or too short to tell.
 */
export function fitBend(pixels: readonly Point[], tight: RotatedRectangle): BentLine | null {
  const [long, short] = [Math.max(tight.width, tight.height), Math.min(tight.width, tight.height)];
  if (long < leastRatio * short * 0.6) return null;
  const { centre } = tight;
  const rough = forwardAngle(tight);
  const slope = fitParabola(turned(pixels, centre, rough))?.[1] ?? 0;
  const angle = rough + Math.atan(slope);
  const points = turned(pixels, centre, angle);
  const parabola = fitParabola(points);
  if (parabola === null) return null;
  const [low, high] = spanOf(points);
  const length = high - low + 1;
  const thickness = pixels.length / length;
  const [a, b, c] = parabola;
  const bend = c * (length / 2) ** 2;
  if (length < leastRatio * thickness || Math.abs(bend) < leastBend * thickness) return null;
  const u = (low + high) / 2;
  // The rectangle reaches from the middle of the line to its ends, and half the line's height beyond either.
  const v = a + b * u + c * u * u + bend / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return {
    rectangle: {
      centre: { x: centre.x + u * cos - v * sin, y: centre.y + u * sin + v * cos },
      width: length,
      height: thickness + Math.abs(bend),
      angle,
    },
    bend,
  };
}

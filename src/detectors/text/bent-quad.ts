import type { Point, Quad } from '../../lib/geometry.ts';
import { sizeOf, unitSquareTo } from './warp-quad.ts';

/** A quad around a line of text, and how the line bends inside it. */
export interface BentQuad {
  readonly quad: Quad;
  /** How far the ends lie below the middle, as a share of the quad's height: 0 is straight, negative is a smile upside down. */
  readonly bend: number;
}

/** The same line read from another side: 1 is a quarter turn clockwise, 2 is upside down. */
export function turnQuad({ quad, bend }: BentQuad, quarters: 1 | 2 | 3): BentQuad {
  const at = (i: number): Point => quad[(i + quarters) % 4]!;
  return { quad: [at(0), at(1), at(2), at(3)], bend: quarters === 2 ? -bend : 0 };
}

/** Length along the text and height of the line itself, in pixels. */
export function sizeOfLine({ quad, bend }: BentQuad): { readonly along: number; readonly across: number } {
  const { along, across } = sizeOf(quad);
  return { along, across: across * (1 - Math.abs(bend)) };
}

/** Maps the unit square onto the line: straight pieces across it stay parallel, as on a sleeve or a bent card. */
export function unitSquareToLine({ quad, bend }: BentQuad): (u: number, v: number) => Point {
  const straight = unitSquareTo(quad);
  if (bend === 0) return straight;
  const height = 1 - Math.abs(bend);
  return (u, v) => straight(u, 0.5 - bend / 2 + bend * (2 * u - 1) ** 2 + (v - 0.5) * height);
}

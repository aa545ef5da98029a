import type { Box } from '../../lib/geometry.ts';

/** A square that a net's answer refers to: its middle and side, in the net's pixels. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly sidePx: number;
}

/** How far a net moves and stretches an anchor. */
export interface AnchorShift {
  /** Of the middle, in tenths of the side. */
  readonly across: number;
  readonly down: number;
  /** In fifths of a power of e. */
  readonly wide: number;
  readonly tall: number;
}

/** The box that an answer makes of its anchor (Liu et al. 2016, with the usual variances .1 and .2). */
export function boxOfAnchor({ x, y, sidePx }: Anchor, { across, down, wide, tall }: AnchorShift): Box {
  const [width, height] = [sidePx * Math.exp(wide / 5), sidePx * Math.exp(tall / 5)];
  return { x: x + (across / 10) * sidePx - width / 2, y: y + (down / 10) * sidePx - height / 2, width, height };
}

import type { EdgeBlocks } from './edge-blocks.ts';

/** A window reaches this many blocks to each side of its middle: enough to see the quiet above and below a line. */
export const reachBlocks = 4;
const side = 2 * reachBlocks + 1;
/** How many numbers describe a window. */
export const windowLength = side * side * 2 + 1;

/** Edges weaker than this are noise; added to the strongest when a window is brought to one contrast. */
const noise = 4;

/**
 * Describes the window about one block: its edges as shares of the strongest, and how strong that is. The window must
 * lie inside. Writes `windowLength` numbers to `out`.
 */
export function describeWindow(blocks: EdgeBlocks, column: number, row: number, out: Float32Array): void {
  const { across, down, columns } = blocks;
  let strongest = 0;
  let to = 0;
  for (let y = row - reachBlocks; y <= row + reachBlocks; y += 1) {
    for (let at = y * columns + column - reachBlocks, end = at + side; at < end; at += 1) {
      const [a, d] = [across[at]!, down[at]!];
      if (a > strongest) strongest = a;
      if (d > strongest) strongest = d;
      out[to] = a;
      out[to + 1] = d;
      to += 2;
    }
  }
  const share = 1 / (strongest + noise);
  for (let i = 0; i < to; i += 1) out[i]! *= share;
  out[to] = Math.log1p(strongest) / 5;
}

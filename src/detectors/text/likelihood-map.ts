import { blockPx, type EdgeBlocks } from './edge-blocks.ts';
import { describeWindow, reachBlocks, windowLength } from './likelihood-window.ts';
import type { LikelihoodNet } from './read-likelihood-net.ts';

/** Every second block down and every third across is looked at: lines of text are wider than high. */
const strideDown = 2;
const strideAcross = 3;
/** A block and its neighbours with weaker edges than this hold no text that could be read. */
const leastEdge = 7;

/** How likely text is, on a coarse grid over a picture. */
export interface LikelihoodMap {
  readonly columns: number;
  readonly rows: number;
  /** Size of a cell in pixels of the picture the blocks were made of. */
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Probability for each cell, row by row. */
  readonly probability: Float32Array;
}

function hasEdges({ across, down, columns }: EdgeBlocks, column: number, row: number): boolean {
  let sum = 0;
  for (let y = row - 1; y <= row + 1; y += 1) {
    for (let at = y * columns + column - 1, end = at + 3; at < end; at += 1) sum += across[at]! + down[at]!;
  }
  return sum > 9 * leastEdge;
}

/** Where text may be, by a small net on edge strengths. Cells at the rim are judged by the nearest whole window; a picture
 * smaller than one window has probability 0. */
export function likelihoodMap(net: LikelihoodNet, blocks: EdgeBlocks): LikelihoodMap {
  const columns = Math.ceil(blocks.columns / strideAcross);
  const rows = Math.ceil(blocks.rows / strideDown);
  const probability = new Float32Array(columns * rows);
  const window = new Float32Array(windowLength);
  const inside = (at: number, count: number): number => Math.min(Math.max(at, reachBlocks), count - 1 - reachBlocks);
  const isTooSmall = Math.min(blocks.columns, blocks.rows) <= 2 * reachBlocks;
  for (let row = 0; row < rows && !isTooSmall; row += 1) {
    const y = inside(row * strideDown, blocks.rows);
    for (let column = 0; column < columns; column += 1) {
      const x = inside(column * strideAcross, blocks.columns);
      if (!hasEdges(blocks, x, y)) continue;
      describeWindow(blocks, x, y, window);
      probability[row * columns + column] = 1 / (1 + Math.exp(-net.logOdds(window)));
    }
  }
  return { columns, rows, cellWidth: strideAcross * blockPx, cellHeight: strideDown * blockPx, probability };
}

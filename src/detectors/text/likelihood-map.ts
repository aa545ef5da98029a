import { blockPx, type EdgeBlocks } from './edge-blocks.ts';
import { describeWindow, reachBlocks, windowLength } from './likelihood-window.ts';
import type { TwoLayerNet } from './read-two-layers.ts';

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

/** One cell in four is judged first; the others are judged where it saw a trace of text. */
const trace = 0.02;

/** Whether a cell that was judged first, beside this one, saw a trace. */
function isTraced({ probability, columns, rows }: LikelihoodMap, column: number, row: number): boolean {
  for (let y = row - 1; y <= row + 1; y += 1) {
    for (let x = column - 1; x <= column + 1; x += 1) {
      if (x < 0 || y < 0 || x >= columns || y >= rows || x % 2 === 1 || y % 2 === 1) continue;
      if (probability[y * columns + x]! > trace) return true;
    }
  }
  return false;
}

/** Judges one cell by the window about its block; at the rim by the nearest whole window. */
function cellJudge(net: TwoLayerNet, blocks: EdgeBlocks): (column: number, row: number) => number {
  const window = new Float32Array(windowLength);
  const inside = (at: number, count: number): number => Math.min(Math.max(at, reachBlocks), count - 1 - reachBlocks);
  return (column, row) => {
    const [x, y] = [inside(column * strideAcross, blocks.columns), inside(row * strideDown, blocks.rows)];
    if (!hasEdges(blocks, x, y)) return 0;
    describeWindow(blocks, x, y, window);
    return 1 / (1 + Math.exp(-net.logOdds(window)));
  };
}

/** Where text may be, by a small net on edge strengths. A picture smaller than one window has probability 0. */
export function likelihoodMap(net: TwoLayerNet, blocks: EdgeBlocks): LikelihoodMap {
  const columns = Math.ceil(blocks.columns / strideAcross);
  const rows = Math.ceil(blocks.rows / strideDown);
  const probability = new Float32Array(columns * rows);
  const map = { columns, rows, cellWidth: strideAcross * blockPx, cellHeight: strideDown * blockPx, probability };
  if (Math.min(blocks.columns, blocks.rows) <= 2 * reachBlocks) return map;
  const judge = cellJudge(net, blocks);
  for (let row = 0; row < rows; row += 2) {
    for (let column = 0; column < columns; column += 2) probability[row * columns + column] = judge(column, row);
  }
  for (let row = 0; row < rows; row += 1) {
    const [first, step] = row % 2 === 0 ? [1, 2] : [0, 1];
    for (let column = first; column < columns; column += step) {
      if (isTraced(map, column, row)) probability[row * columns + column] = judge(column, row);
    }
  }
  return map;
}

import type { Raster } from '../../lib/raster.ts';

/** Blocks are this many pixels wide and high. */
export const blockPx = 4;

/** One brightness a pixel, row by row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** How strong the edges are in each block: mean difference between neighbouring pixels, 0 to 255. */
export interface EdgeBlocks {
  readonly columns: number;
  readonly rows: number;
  /** Between pixels side by side, and between pixels one above the other; for each block, row by row. */
  readonly across: Float32Array;
  readonly down: Float32Array;
}

/** Half as wide and high, 2 x 2 pixels averaged; `step` bytes from pixel to pixel, starting at `offset`. */
function halve(data: Uint8Array, width: number, height: number, step: number, offset: number): GreyPicture {
  const half = { width: width >> 1, height: height >> 1 };
  const out = new Uint8Array(half.width * half.height);
  const rowStep = width * step;
  let to = 0;
  for (let y = 0; y < half.height; y += 1) {
    let from = 2 * y * rowStep + offset;
    for (let x = 0; x < half.width; x += 1, from += 2 * step, to += 1) {
      out[to] = (data[from]! + data[from + step]! + data[from + rowStep]! + data[from + rowStep + step]! + 2) >> 2;
    }
  }
  return { ...half, data: out };
}

/** A photo's green channel, which is most of its brightness. */
export function green({ data, width, height }: Raster): GreyPicture {
  const out = new Uint8Array(width * height);
  for (let to = 0, from = 1; to < out.length; to += 1, from += 3) out[to] = data[from]!;
  return { width, height, data: out };
}

/** The same at half its size. */
export function halfGreen({ data, width, height }: Raster): GreyPicture {
  return halve(data, width, height, 3, 1);
}

/** A grey picture at half its size. */
export function halfGrey({ data, width, height }: GreyPicture): GreyPicture {
  return halve(data, width, height, 1, 0);
}

/** Edge strengths of a grey picture. Empty when it is too small for one block. */
export function edgeBlocks({ width, height, data }: GreyPicture): EdgeBlocks {
  const columns = Math.max(0, Math.floor((width - 1) / blockPx));
  const rows = Math.max(0, Math.floor((height - 1) / blockPx));
  const across = new Float32Array(columns * rows);
  const down = new Float32Array(columns * rows);
  for (let y = 0; y < rows * blockPx; y += 1) {
    const to = (y >> 2) * columns;
    let at = y * width;
    for (let column = 0; column < columns; column += 1) {
      let [h, v] = [0, 0];
      for (const end = at + blockPx; at < end; at += 1) {
        const here = data[at]!;
        h += Math.abs(data[at + 1]! - here);
        v += Math.abs(data[at + width]! - here);
      }
      across[to + column]! += h / 16;
      down[to + column]! += v / 16;
    }
  }
  return { columns, rows, across, down };
}

/** A grey picture as a colour one. */
export function toRaster({ data, width, height }: GreyPicture): Raster {
  const out = new Uint8Array(data.length * 3);
  for (let from = 0, to = 0; from < data.length; from += 1, to += 3) out.fill(data[from]!, to, to + 3);
  return { width, height, data: out };
}

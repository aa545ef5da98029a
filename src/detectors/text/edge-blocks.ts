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
  // Seen as a plain array whichever kind the bytes are: loops over several kinds take nearly twice as long.
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const out = new Uint8Array(half.width * half.height);
  let to = 0;
  for (let y = 0; y < half.height; y += 1) {
    let upper = 2 * y * width * step + offset;
    let lower = upper + width * step;
    for (let x = 0; x < half.width; x += 1, to += 1) {
      out[to] = (bytes[upper]! + bytes[upper + step]! + bytes[lower]! + bytes[lower + step]! + 2) >> 2;
      upper += 2 * step;
      lower += 2 * step;
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
  for (let row = 0, to = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, to += 1) {
      let at = (row * width + column) * blockPx;
      let h = 0;
      let v = 0;
      for (let y = 0; y < blockPx; y += 1, at += width) {
        const a = data[at]!;
        const b = data[at + 1]!;
        const c = data[at + 2]!;
        const d = data[at + 3]!;
        const below = at + width;
        h += Math.abs(b - a) + Math.abs(c - b) + Math.abs(d - c) + Math.abs(data[at + blockPx]! - d);
        v += Math.abs(data[below]! - a) + Math.abs(data[below + 1]! - b);
        v += Math.abs(data[below + 2]! - c) + Math.abs(data[below + 3]! - d);
      }
      across[to] = h / 16;
      down[to] = v / 16;
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

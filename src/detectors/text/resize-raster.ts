import sharp from 'sharp';
import type { Box } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';

/** The part as it is, row by row. */
function cut(source: Raster, { x, y, width, height }: Box): Raster {
  const data = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row += 1) {
    const from = ((y + row) * source.width + x) * 3;
    data.set(source.data.subarray(from, from + width * 3), row * width * 3);
  }
  return { width, height, data };
}

/** The part at half its size, 2 x 2 pixels averaged; an odd last row or column is left out. */
function halve(source: Raster, part: Box, width: number, height: number): Raster {
  const data = new Uint8Array(width * height * 3);
  const step = source.width * 3;
  let to = 0;
  for (let row = 0; row < height; row += 1) {
    let from = ((part.y + 2 * row) * source.width + part.x) * 3;
    for (let column = 0; column < width; column += 1, from += 6) {
      for (let channel = from; channel < from + 3; channel += 1, to += 1) {
        const upper = source.data[channel]! + source.data[channel + 3]!;
        data[to] = (upper + source.data[channel + step]! + source.data[channel + step + 3]! + 2) >> 2;
      }
    }
  }
  return { width, height, data };
}

/** A part of a picture (whole pixels, inside it) at another size. */
export async function resizeRaster(source: Raster, part: Box, width: number, height: number): Promise<Raster> {
  // The commonest cases need no library: starting one costs more than the work.
  if (width === part.width && height === part.height) return cut(source, part);
  if (width === part.width >> 1 && height === part.height >> 1) return halve(source, part, width, height);
  const { data } = await sharp(source.data, {
    raw: { width: source.width, height: source.height, channels: 3 },
    limitInputPixels: false,
  })
    .extract({ left: part.x, top: part.y, width: part.width, height: part.height })
    .resize(width, height, { fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}

import sharp from 'sharp';
import type { Box } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';

/** A part of a picture (whole pixels, inside it) at another size. */
export async function resizeRaster(source: Raster, part: Box, width: number, height: number): Promise<Raster> {
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

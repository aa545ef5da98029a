import type { DecodedPhoto } from '../../detectors/detector.ts';
import type { Raster } from '../../lib/raster.ts';
import { sharp } from './pixel-engine.ts';

async function scaleRaster(full: Raster, longEdgePx: number): Promise<Raster> {
  const { data, info } = await sharp(full.data, { raw: { width: full.width, height: full.height, channels: 3 } })
    .resize({ width: longEdgePx, height: longEdgePx, fit: 'inside', withoutEnlargement: true, kernel: 'lanczos3' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/**
 * A photo whose smaller copies are made when first asked for, once per size, and die with it. Throws a RangeError for a
 * raster whose data does not fit its size, or a long edge that is not a positive whole number.
 */
export function photoFromRaster(full: Raster): DecodedPhoto {
  if (full.data.length !== full.width * full.height * 3) throw new RangeError('the raster does not fit its size');
  const copies = new Map<number, Promise<Raster>>();
  return {
    full,
    scaled(longEdgePx) {
      if (!Number.isInteger(longEdgePx) || longEdgePx < 1) {
        return Promise.reject(new RangeError('longEdgePx must be a positive whole number'));
      }
      if (longEdgePx >= Math.max(full.width, full.height)) return Promise.resolve(full);
      const copy = copies.get(longEdgePx) ?? scaleRaster(full, longEdgePx);
      copies.set(longEdgePx, copy);
      return copy;
    },
  };
}

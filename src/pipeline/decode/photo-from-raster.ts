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
 * Long edges of copies from which smaller copies are made: reading twelve megapixels again for each would cost more
 * than looking for faces does. Always the same ones, so that a copy does not depend on what was asked for before.
 */
const stepsPx = [1024, 2048] as const;
/** A copy must be so many times as large as the one made from it, so that nothing is blurred twice at its own size. */
const leastShrink = 1.5;

/**
 * A photo whose smaller copies are made when first asked for, once per size, and die with it. Throws a RangeError for a
 * raster whose data does not fit its size, or a long edge that is not a positive whole number.
 */
export function photoFromRaster(full: Raster): DecodedPhoto {
  if (full.data.length !== full.width * full.height * 3) throw new RangeError('the raster does not fit its size');
  const copies = new Map<number, Promise<Raster>>();
  const longEdge = Math.max(full.width, full.height);
  const copyOf = (longEdgePx: number): Promise<Raster> => {
    const made = copies.get(longEdgePx);
    if (made !== undefined) return made;
    const step = stepsPx.find((edge) => edge >= longEdgePx * leastShrink && edge < longEdge);
    const copy =
      step === undefined
        ? scaleRaster(full, longEdgePx)
        : copyOf(step).then((larger) => scaleRaster(larger, longEdgePx));
    copies.set(longEdgePx, copy);
    return copy;
  };
  return {
    full,
    scaled(longEdgePx) {
      if (!Number.isInteger(longEdgePx) || longEdgePx < 1) {
        return Promise.reject(new RangeError('longEdgePx must be a positive whole number'));
      }
      return longEdgePx >= longEdge ? Promise.resolve(full) : copyOf(longEdgePx);
    },
  };
}

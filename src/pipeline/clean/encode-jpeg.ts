import { AppError } from '../../lib/app-error.ts';
import type { Raster } from '../../lib/raster.ts';
import { sharp } from '../decode/pixel-engine.ts';
import { cleanStart } from './clean-header.ts';

/**
 * Pixels as a new JPEG with fixed settings: baseline, 4:2:0, standard tables. The same pixels give the same bytes.
 * Throws AppError `clean-failed`, for instance for a side longer than the 65,500 pixels JPEG can hold.
 */
export async function encodeJpeg(raster: Raster, quality: number): Promise<Buffer> {
  const { width, height, data } = raster;
  try {
    const encoded = await sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg({ quality, chromaSubsampling: '4:2:0', progressive: false, optimiseCoding: false, mozjpeg: false })
      .toBuffer();
    return Buffer.concat([cleanStart, encoded.subarray(2)]);
  } catch (error) {
    throw new AppError('clean-failed', { cause: error });
  }
}

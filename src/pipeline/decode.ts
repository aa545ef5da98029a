import type { Sharp, SharpOptions } from 'sharp';
import type { DecodedPhoto } from '../detectors/detector.ts';
import { AppError } from '../lib/app-error.ts';
import type { ImageKind } from '../policy/words/evidence.ts';
import { decodeHeif } from './decode/decode-heif.ts';
import { heifProfile } from './decode/heif-boxes.ts';
import { photoFromRaster } from './decode/photo-from-raster.ts';
import { sharp } from './decode/pixel-engine.ts';
import { wrapInTiff } from './decode/wrap-in-tiff.ts';

const defaultMaxPixels = 110_000_000;

/** Whatever the pixels were, as upright 8-bit sRGB without alpha, on white. */
async function toPhoto(image: Sharp): Promise<DecodedPhoto> {
  const { data, info } = await image
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new AppError('decode-failed', { detail: `${info.channels} channels` });
  return photoFromRaster({ width: info.width, height: info.height, data });
}

function openHeif(bytes: Buffer, maxPixels: number): Sharp {
  const { width, height, channels, data } = decodeHeif(bytes, maxPixels);
  const profile = heifProfile(bytes);
  if (profile === null) return sharp(data, { raw: { width, height, channels } });
  return sharp(wrapInTiff({ width, height, channels, data, profile }), { limitInputPixels: maxPixels });
}

function open(bytes: Buffer, kind: ImageKind, maxPixels: number): Sharp {
  if (kind === 'heic') return openHeif(bytes, maxPixels);
  const options: SharpOptions = { failOn: 'truncated', limitInputPixels: maxPixels, pages: 1 };
  return sharp(bytes, options).autoOrient();
}

/**
 * Decodes a photo to upright sRGB: orientation applied once, colour profile converted, alpha laid on white, first frame
 * only. `kind` is what intake recognised. Throws AppError `decode-failed` or `too-many-pixels`.
 */
export async function decodePhoto(
  bytes: Buffer,
  kind: ImageKind,
  { maxPixels = defaultMaxPixels }: { maxPixels?: number } = {},
): Promise<DecodedPhoto> {
  try {
    return await toPhoto(open(bytes, kind, maxPixels));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('decode-failed', { cause: error });
  }
}

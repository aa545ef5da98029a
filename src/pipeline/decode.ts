import type { Sharp } from 'sharp';
import type { DecodedPhoto } from '../detectors/detector.ts';
import { AppError } from '../lib/app-error.ts';
import type { ImageKind } from '../policy/words/evidence.ts';
import { decodeHeif } from './decode/decode-heif.ts';
import { heifProfile } from './decode/heif-boxes.ts';
import { mendJpegHeader } from './decode/mend-jpeg-header.ts';
import { photoFromRaster } from './decode/photo-from-raster.ts';
import { sharp } from './decode/pixel-engine.ts';
import { wrapInTiff } from './decode/wrap-in-tiff.ts';
import { defaultIntakeLimits } from './intake/intake-limits.ts';

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

/** Strict: a decoder's warning is how a half-grey picture announces itself. See docs/decisions/clean-copies.md. */
function openStrictly(bytes: Buffer, maxPixels: number): Sharp {
  return sharp(bytes, { failOn: 'warning', limitInputPixels: maxPixels, pages: 1 }).autoOrient();
}

async function decodeJpeg(bytes: Buffer, maxPixels: number): Promise<DecodedPhoto> {
  try {
    return await toPhoto(openStrictly(bytes, maxPixels));
  } catch (error) {
    const mended = mendJpegHeader(bytes);
    if (mended === null || mended.equals(bytes)) throw error;
    return toPhoto(openStrictly(mended, maxPixels));
  }
}

function decodeByKind(bytes: Buffer, kind: ImageKind, maxPixels: number): Promise<DecodedPhoto> {
  if (kind === 'heic') return toPhoto(openHeif(bytes, maxPixels));
  return kind === 'jpeg' ? decodeJpeg(bytes, maxPixels) : toPhoto(openStrictly(bytes, maxPixels));
}

/**
 * Decodes a photo to upright sRGB: orientation applied once, colour profile converted, alpha laid on white, first frame
 * only. `kind` is what intake recognised. Throws AppError `decode-failed` or `too-many-pixels`.
 */
export async function decodePhoto(
  bytes: Buffer,
  kind: ImageKind,
  { maxPixels = defaultIntakeLimits.maxPixels }: { maxPixels?: number } = {},
): Promise<DecodedPhoto> {
  try {
    return await decodeByKind(bytes, kind, maxPixels);
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof Error && error.message.includes('exceeds pixel limit')) {
      throw new AppError('too-many-pixels', { cause: error });
    }
    throw new AppError('decode-failed', { cause: error });
  }
}

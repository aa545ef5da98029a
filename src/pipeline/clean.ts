import { createHash } from 'node:crypto';
import type { DecodedPhoto } from '../detectors/detector.ts';
import { AppError } from '../lib/app-error.ts';
import type { CleanEvidence } from '../policy/words/evidence.ts';
import { encodeJpeg } from './clean/encode-jpeg.ts';
import { verifyClean } from './clean/verify-clean.ts';

export interface CleanOptions {
  /** The copy's longer side is at most this many pixels; never enlarged. */
  readonly longEdgePx?: number;
  /** JPEG quality, 1 to 100. */
  readonly quality?: number;
}

export interface CleanCopy {
  readonly bytes: Buffer;
  readonly evidence: CleanEvidence;
}

const defaultQuality = 90;

/**
 * A new JPEG made from the pixels alone, verified before it is handed out. Nothing of the original file can be in it:
 * the photo given here has no container, and verification predicts every byte that is not a pixel. The same photo and
 * options give the same bytes. Throws AppError `clean-failed` or `clean-unverified`.
 */
export async function cleanPhoto(photo: DecodedPhoto, options: CleanOptions = {}): Promise<CleanCopy> {
  const { longEdgePx, quality = defaultQuality } = options;
  if (!Number.isInteger(quality) || quality < 1 || quality > 100) {
    throw new AppError('clean-failed', { detail: 'the quality must be a whole number from 1 to 100' });
  }
  const raster = longEdgePx === undefined ? photo.full : await photo.scaled(longEdgePx);
  const bytes = await encodeJpeg(raster, quality);
  await verifyClean(bytes, { width: raster.width, height: raster.height, quality });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { width, height } = raster;
  return { bytes, evidence: { sha256, bytes: bytes.length, width, height, format: 'jpeg' } };
}

import { AppError } from '../../lib/app-error.ts';
import { sharp } from '../decode/pixel-engine.ts';
import { cleanHeader } from './clean-header.ts';
import { walkScan } from './walk-scan.ts';

/** What the clean copy was meant to be. */
export interface CleanExpectation {
  readonly width: number;
  readonly height: number;
  readonly quality: number;
}

const endMarker = Buffer.from([0xff, 0xd9]);

function refuse(detail: string, cause?: unknown): never {
  throw new AppError('clean-unverified', { detail, cause });
}

/**
 * Proves with code that shares nothing with the encoder that a clean copy holds pixels and nothing else: every byte
 * before the pixels is the one predicted from size and quality, the compressed data is exactly the units of a picture
 * of that size, and the end marker is the end of the file. Then decodes it. Throws AppError `clean-unverified`.
 */
export async function verifyClean(bytes: Buffer, { width, height, quality }: CleanExpectation): Promise<void> {
  const header = cleanHeader(width, height, quality);
  if (!bytes.subarray(0, header.length).equals(header)) refuse('the header holds more than it may');
  const end = walkScan(bytes, header.length, width, height);
  if (end < 0) refuse('the compressed pixels hold more or less than the picture');
  if (!bytes.subarray(end).equals(endMarker)) refuse('there are bytes behind the end of the picture');
  try {
    const { info } = await sharp(bytes, { failOn: 'warning' }).raw().toBuffer({ resolveWithObject: true });
    if (info.width !== width || info.height !== height) refuse('the size is not the one expected');
  } catch (error) {
    if (error instanceof AppError) throw error;
    refuse('the copy cannot be decoded', error);
  }
}

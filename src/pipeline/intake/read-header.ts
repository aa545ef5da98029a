import { AppError } from '../../lib/app-error.ts';
import type { ImageKind } from '../../policy/words/evidence.ts';
import { measureHeif } from '../decode/decode-heif.ts';
import { heifBoxes, largestHeifSize } from '../decode/heif-boxes.ts';
import { sharp } from '../decode/pixel-engine.ts';
import { brandsOf } from './recognise-kind.ts';

/** What a picture's header claims, read without decoding a pixel. */
export interface PictureHeader {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
}

/** The names sharp gives the formats it reads; anything else means two parsers disagree about what the file is. */
const sharpFormats: Record<Exclude<ImageKind, 'heic'>, string> = {
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  avif: 'heif',
  tiff: 'tiff',
  gif: 'gif',
};

/** An animated PNG has an `acTL` chunk before its pictures. */
function pngFrames(bytes: Buffer): number {
  for (let at = 8; at + 12 <= bytes.length;) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'acTL') return Math.max(1, bytes.readUInt32BE(at + 8));
    if (type === 'IDAT') return 1;
    at += 12 + bytes.readUInt32BE(at);
  }
  return 1;
}

/** A HEIF or AVIF sequence keeps its frames in a track; how many does not matter here. */
function heifFrames(bytes: Buffer): number {
  const isSequence = brandsOf(bytes).some((brand) => ['msf1', 'hevc', 'hevx', 'avis'].includes(brand));
  return isSequence || heifBoxes(bytes).some((box) => box.type === 'moov') ? 2 : 1;
}

function readHeicHeader(bytes: Buffer): PictureHeader {
  const { pictures, ...primary } = measureHeif(bytes);
  // Files in the short form of HEIF (`mini`) have no box that says the size.
  const size = largestHeifSize(bytes) ?? primary;
  return { ...size, frames: Math.max(pictures, heifFrames(bytes)) };
}

/**
 * Size and number of frames from the header alone. Throws AppError `decode-failed` for a header that cannot be read or
 * that another parser takes for another format.
 */
export async function readHeader(bytes: Buffer, kind: ImageKind): Promise<PictureHeader> {
  if (kind === 'heic') return readHeicHeader(bytes);
  let metadata;
  try {
    metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch (error) {
    throw new AppError('decode-failed', { cause: error });
  }
  if (metadata.format !== sharpFormats[kind]) {
    throw new AppError('decode-failed', { detail: `the file claims to be ${kind} but reads as ${metadata.format}` });
  }
  const framesByKind = kind === 'png' ? pngFrames(bytes) : kind === 'avif' ? heifFrames(bytes) : 1;
  const { width, height } = metadata;
  return { width, height, frames: Math.max(framesByKind, metadata.pages ?? 1) };
}

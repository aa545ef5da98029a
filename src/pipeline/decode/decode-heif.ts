import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AppError } from '../../lib/app-error.ts';

/** The part of libheif's WebAssembly interface used here; failures come back as an object with a code. */
interface LibHeif {
  readonly heif_colorspace: { readonly heif_colorspace_RGB: object };
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGB: object; readonly heif_chroma_interleaved_RGBA: object };
  heif_context_alloc(): object;
  heif_context_read_from_memory(context: object, bytes: Uint8Array): { code: { value: number }; message: string };
  heif_context_get_number_of_top_level_images(context: object): number;
  heif_js_context_get_primary_image_handle(context: object): Failed | object;
  heif_image_handle_get_width(handle: object): number;
  heif_image_handle_get_height(handle: object): number;
  heif_image_handle_has_alpha_channel(handle: object): number;
  heif_js_decode_image2(handle: object, colorSpace: object, chroma: object): Failed | { channels: HeifChannel[] };
}
interface Failed {
  readonly code: unknown;
  readonly message: string;
}
interface HeifChannel {
  readonly width: number;
  readonly height: number;
  readonly stride: number;
  readonly data: Uint8Array;
}
type LibHeifFactory = (options: object) => LibHeif;

const require = createRequire(import.meta.url);
let code: Buffer | undefined;

/**
 * A fresh libheif with its own memory, compiled anew in some 40 ms: that memory only grows, may hold parts of the photo
 * before, and after a crash inside it nothing in it can be trusted.
 */
function startLibHeif(): LibHeif {
  code ??= readFileSync(require.resolve('libheif-js/libheif-wasm/libheif.wasm'));
  const factory = require('libheif-js/libheif-wasm/libheif.js') as LibHeifFactory;
  return factory({ wasmBinary: code, print: () => undefined, printErr: () => undefined });
}

function packRows(channel: HeifChannel, channels: number): Uint8Array {
  const rowBytes = channel.width * channels;
  if (channel.stride === rowBytes) return channel.data.subarray(0, rowBytes * channel.height);
  const packed = new Uint8Array(rowBytes * channel.height);
  for (let y = 0; y < channel.height; y++) {
    packed.set(channel.data.subarray(y * channel.stride, y * channel.stride + rowBytes), y * rowBytes);
  }
  return packed;
}

/** The primary picture, and how many pictures the file holds; thumbnails, depths and tiles do not count. */
interface Primary {
  readonly handle: object;
  readonly width: number;
  readonly height: number;
  readonly pictures: number;
}

function openPrimary(library: LibHeif, bytes: Buffer): Primary {
  const context = library.heif_context_alloc();
  const read = library.heif_context_read_from_memory(context, bytes);
  if (read.code.value !== 0) throw new AppError('decode-failed', { detail: read.message });
  const handle = library.heif_js_context_get_primary_image_handle(context);
  if ('code' in handle) throw new AppError('decode-failed', { detail: handle.message });
  const [width, height] = [library.heif_image_handle_get_width(handle), library.heif_image_handle_get_height(handle)];
  return { handle, width, height, pictures: library.heif_context_get_number_of_top_level_images(context) };
}

function decodePrimary(library: LibHeif, bytes: Buffer, maxPixels: number): HeifPixels {
  const { handle, width, height } = openPrimary(library, bytes);
  if (width * height > maxPixels) throw new AppError('too-many-pixels', { detail: `${width} x ${height}` });
  const channels = library.heif_image_handle_has_alpha_channel(handle) ? 4 : 3;
  const { heif_chroma_interleaved_RGB: rgb, heif_chroma_interleaved_RGBA: rgba } = library.heif_chroma;
  const { heif_colorspace_RGB: colourSpace } = library.heif_colorspace;
  const decoded = library.heif_js_decode_image2(handle, colourSpace, channels === 4 ? rgba : rgb);
  if ('code' in decoded) throw new AppError('decode-failed', { detail: decoded.message });
  const channel = decoded.channels[0];
  if (channel === undefined || channel.data.length < channel.stride * (channel.height - 1) + channel.width * channels) {
    throw new AppError('decode-failed', { detail: 'the decoder gave no pixels' });
  }
  return { width: channel.width, height: channel.height, channels, data: packRows(channel, channels) };
}

/** Interleaved 8-bit pixels in the photo's own colour space, upright; with `channels` 4 the last is alpha. */
export interface HeifPixels {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  readonly data: Uint8Array;
}

function withLibHeif<Result>(act: (library: LibHeif) => Result): Result {
  try {
    return act(startLibHeif());
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('decode-failed', { cause: error });
  }
}

/**
 * Size of the upright primary picture and how many pictures there are, by libheif's reading of the header. Throws AppError
 * `decode-failed`.
 */
export function measureHeif(bytes: Buffer): { width: number; height: number; pictures: number } {
  return withLibHeif((library) => {
    const { width, height, pictures } = openPrimary(library, bytes);
    return { width, height, pictures };
  });
}

/**
 * Decodes the primary picture of a HEIC or HEIF file with libheif (WebAssembly). libheif applies the file's own crop,
 * rotation and mirror (clap, irot, imir); the EXIF orientation says the same again and must not be applied after it.
 * Throws AppError `decode-failed` or `too-many-pixels`. Runs to its end on the calling thread, about 0.1 s a megapixel.
 */
export function decodeHeif(bytes: Buffer, maxPixels: number): HeifPixels {
  return withLibHeif((library) => decodePrimary(library, bytes, maxPixels));
}

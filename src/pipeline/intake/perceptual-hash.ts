import type { Raster } from '../../lib/raster.ts';
import { sharp } from '../decode/pixel-engine.ts';

const gridPx = 32;
const keptPx = 8;

/** cosines[u][x] of the type II cosine transform, for the lowest `keptPx` frequencies. */
const cosines = Array.from({ length: keptPx }, (_, u) =>
  Float64Array.from({ length: gridPx }, (_, x) => Math.cos(((2 * x + 1) * u * Math.PI) / (2 * gridPx))),
);

/** Rec. 601 luma of interleaved RGB; after shrinking, because converting all pixels takes longer than all the rest. */
function greyOf(rgb: Uint8Array): Float64Array {
  return Float64Array.from({ length: rgb.length / 3 }, (_, pixel) => {
    const at = pixel * 3;
    return 0.299 * rgb[at]! + 0.587 * rgb[at + 1]! + 0.114 * rgb[at + 2]!;
  });
}

/** The lowest 8 x 8 frequencies of a 32 x 32 grey picture, row by row. */
function lowFrequencies(grey: Float64Array): number[] {
  const rows = cosines.map((wave) =>
    Float64Array.from({ length: gridPx }, (_, y) =>
      wave.reduce((sum, cosine, x) => sum + cosine * grey[y * gridPx + x]!, 0),
    ),
  );
  return cosines.flatMap((wave) => rows.map((row) => wave.reduce((sum, cosine, y) => sum + cosine * row[y]!, 0)));
}

/**
 * 64-bit perceptual hash as 16 hex digits: 32 x 32 grey, cosine transform, one bit for each of the 8 x 8 lowest
 * frequencies, set where it lies above their median (the constant term left out of the median). Copies that were
 * resized or compressed again differ in a few bits. After Zauner, "Implementation and benchmarking of perceptual image
 * hash functions", 2010.
 */
export async function perceptualHash(raster: Raster): Promise<string> {
  const { width, height, data } = raster;
  const small = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(gridPx, gridPx, { fit: 'fill', kernel: 'lanczos3' })
    .raw()
    .toBuffer();
  const frequencies = lowFrequencies(greyOf(small));
  const sorted = frequencies.slice(1).sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1]!;
  const bits = frequencies.reduce((hash, value) => (hash << 1n) | (value > median ? 1n : 0n), 0n);
  return bits.toString(16).padStart(16, '0');
}

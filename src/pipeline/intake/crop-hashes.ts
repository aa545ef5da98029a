import type { Raster } from '../../lib/raster.ts';
import { perceptualHash } from './perceptual-hash.ts';

/** Shares of width and height that an inner part keeps. */
const kept = [0.95, 0.9, 0.85] as const;

/** Where the inner part lies: towards each corner, and in the middle. */
const places = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
  [0.5, 0.5],
] as const;

/** A part of a picture, copied. */
function partOf(raster: Raster, share: number, [alongX, alongY]: readonly [number, number]): Raster {
  const [width, height] = [
    Math.max(1, Math.round(raster.width * share)),
    Math.max(1, Math.round(raster.height * share)),
  ];
  const x = Math.floor((raster.width - width) * alongX);
  const y = Math.floor((raster.height - height) * alongY);
  const data = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * raster.width + x) * 3;
    data.set(raster.data.subarray(from, from + width * 3), row * width * 3);
  }
  return { width, height, data };
}

/**
 * Perceptual hashes of a picture's inner parts. A copy that was trimmed a little differs from the whole in many bits and
 * from one of these in few.
 */
export async function cropHashes(raster: Raster): Promise<string[]> {
  const hashes: string[] = [];
  for (const share of kept) for (const place of places) hashes.push(await perceptualHash(partOf(raster, share, place)));
  return hashes;
}

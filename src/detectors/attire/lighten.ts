import type { Raster } from '../../lib/raster.ts';

/** About this many pixels are looked at, whatever the size. */
const samples = 8192;
/** A picture whose brightest hundredth stays below the first (of 255) is dark, and is brought to the second. */
const [dark, light] = [125, 235];
/** Beyond this factor there is more noise than picture. */
const mostGain = 8;

/** The level that one pixel in a hundred reaches in one of its channels. */
function brightestHundredth({ width, height, data }: Raster): number {
  const pixels = width * height;
  const stride = Math.max(1, Math.floor(pixels / samples));
  const counts = new Uint32Array(256);
  for (let pixel = 0; pixel < pixels; pixel += stride) {
    counts[Math.max(data[pixel * 3]!, data[pixel * 3 + 1]!, data[pixel * 3 + 2]!)]! += 1;
  }
  const below = Math.floor(Math.ceil(pixels / stride) * 0.99);
  let seen = 0;
  return counts.findIndex((count) => (seen += count) > below);
}

/** A dark picture as a longer exposure would have shown it; any other comes back as it is. */
export function lighten(picture: Raster): Raster {
  const brightest = brightestHundredth(picture);
  if (brightest >= dark || brightest === 0) return picture;
  const gain = Math.min(mostGain, light / brightest);
  return { ...picture, data: picture.data.map((value) => Math.min(255, Math.round(value * gain))) };
}

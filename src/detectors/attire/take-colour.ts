import type { Raster } from '../../lib/raster.ts';

/** The same picture in black and white: each pixel by its luma (ITU-R BT.601), in all three channels. */
export function takeColour({ width, height, data }: Raster): Raster {
  const grey = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 3) {
    grey.fill(Math.round(0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!), at, at + 3);
  }
  return { width, height, data: grey };
}

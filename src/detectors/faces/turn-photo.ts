import type { Box } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';
import type { DecodedPhoto } from '../detector.ts';

/** How often a photo is turned clockwise by a right angle. */
export type QuarterTurns = 1 | 2 | 3;

/** The photo turned clockwise; copies are turned when they are asked for. */
export function turnPhoto(photo: DecodedPhoto, turns: QuarterTurns, longEdgePx: number): Promise<DecodedPhoto> {
  return photo.scaled(longEdgePx).then((copy) => {
    const full = turnRaster(copy, turns);
    return { full, scaled: () => Promise.resolve(full) };
  });
}

/** A box of the turned photo in pixels of the photo as it was, whose size is given. */
export function turnBoxBack(box: Box, turns: QuarterTurns, width: number, height: number): Box {
  if (turns === 1) return { x: box.y, y: height - box.x - box.width, width: box.height, height: box.width };
  if (turns === 2) return { ...box, x: width - box.x - box.width, y: height - box.y - box.height };
  return { x: width - box.y - box.height, y: box.x, width: box.height, height: box.width };
}

function turnRaster({ width, height, data }: Raster, turns: QuarterTurns): Raster {
  const [turnedWidth, turnedHeight] = turns === 2 ? [width, height] : [height, width];
  const out = new Uint8Array(data.length);
  for (let y = 0, to = 0; y < turnedHeight; y++) {
    for (let x = 0; x < turnedWidth; x++) {
      const [fromX, fromY] =
        turns === 1 ? [y, height - 1 - x] : turns === 2 ? [width - 1 - x, height - 1 - y] : [width - 1 - y, x];
      const at = (fromY * width + fromX) * 3;
      out[to++] = data[at]!;
      out[to++] = data[at + 1]!;
      out[to++] = data[at + 2]!;
    }
  }
  return { width: turnedWidth, height: turnedHeight, data: out };
}

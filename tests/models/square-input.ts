import type { Raster } from '../../src/lib/raster.ts';

/**
 * A raster padded to a square with black and resized, as the manifest describes it for the nets from face-api: with the
 * same border on both sides. Bilinear with the corner of a pixel as its place, as TensorFlow.js does it.
 */
export function squareInput(raster: Raster, sidePx: number): Float32Array {
  const square = Math.max(raster.width, raster.height);
  // face-api rounds the border behind the picture up.
  const before = (length: number): number => square - length - Math.round((square - length) / 2);
  const [offsetX, offsetY] = [before(raster.width), before(raster.height)];
  const at = (x: number, y: number, channel: number): number => {
    const [column, row] = [x - offsetX, y - offsetY];
    const isOutside = column < 0 || row < 0 || column >= raster.width || row >= raster.height;
    return isOutside ? 0 : raster.data[(row * raster.width + column) * 3 + channel]!;
  };
  const values = new Float32Array(sidePx * sidePx * 3);
  for (let i = 0; i < values.length; i++) {
    const [channel, pixel] = [i % 3, Math.floor(i / 3)];
    const [x, y] = [((pixel % sidePx) * square) / sidePx, (Math.floor(pixel / sidePx) * square) / sidePx];
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [right, bottom] = [Math.min(left + 1, square - 1), Math.min(top + 1, square - 1)];
    const upper = at(left, top, channel) + (at(right, top, channel) - at(left, top, channel)) * (x - left);
    const lower = at(left, bottom, channel) + (at(right, bottom, channel) - at(left, bottom, channel)) * (x - left);
    values[i] = upper + (lower - upper) * (y - top);
  }
  return values;
}

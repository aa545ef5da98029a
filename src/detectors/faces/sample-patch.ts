import type { Raster } from '../../lib/raster.ts';
import { copyPatch, isPlainShift } from './copy-patch.ts';
import type { PatchTransform } from './patch-transform.ts';
import { isStretch, stretchPatch } from './stretch-patch.ts';

/** How 0-255 values become a net's input: `(value - mean) * scale`, per channel. `fill` stands for pixels outside. */
export interface PixelScaling {
  readonly mean: readonly [number, number, number];
  readonly scale: readonly [number, number, number];
  readonly fill: number;
}

/**
 * Most samples averaged along one axis for one output pixel; beyond that the caller should start from a smaller copy.
 */
const mostSamples = 6;

/**
 * Reads a turned, scaled and shifted rectangle out of a photo into planar RGB (three planes of `width * height`).
 * Bilinear; where the patch is smaller than what it covers, several samples are averaged so that fine detail does not
 * alias. Pixels outside the photo become `scaling.fill`. All of `out` is written, whatever it held.
 */
export function samplePatch(
  raster: Raster,
  transform: PatchTransform,
  size: Size,
  scaling: PixelScaling,
  out: Float32Array = new Float32Array(3 * size.width * size.height),
): Float32Array {
  pickReader(raster, transform, size)(raster, transform, size, scaling, out);
  return out;
}

type Reader = (raster: Raster, transform: PatchTransform, size: Size, scaling: PixelScaling, out: Float32Array) => void;

/** The quickest way to read such a patch. */
function pickReader(raster: Raster, transform: PatchTransform, size: Size): Reader {
  if (isPlainShift(transform)) return copyPatch;
  if (isStretch(transform)) return stretchPatch;
  return liesInside(raster, transform, size) ? sampleInside : sampleAcross;
}

type Size = { readonly width: number; readonly height: number };

/** Samples to a side of one output pixel. */
function samplesOf({ a, c }: PatchTransform): number {
  return Math.min(mostSamples, Math.max(1, Math.round(Math.hypot(a, c))));
}

/** Whether every sample has four pixels of the photo around it. */
function liesInside({ width, height }: Raster, { a, b, c, d, tx, ty }: PatchTransform, size: Size): boolean {
  return [0, size.width].every((u) =>
    [0, size.height].every((v) => {
      const [x, y] = [a * u + b * v + tx - 0.5, c * u + d * v + ty - 0.5];
      return x >= 0 && y >= 0 && x < width - 1 && y < height - 1;
    }),
  );
}

/**
 * As sampleAcross, twice as fast, and most faces lie inside: nothing is asked of a sample, and places are counted in
 * 256ths of a pixel so that the sums are whole numbers. 36 samples of 255 x 256 x 256 still fit into 32 bits.
 */
// eslint-disable-next-line max-lines-per-function -- one loop: with a function for each pixel it takes a third longer
function sampleInside(
  { width, data }: Raster,
  transform: PatchTransform,
  size: Size,
  { mean, scale }: PixelScaling,
  out: Float32Array,
): void {
  const plane = size.width * size.height;
  const { a, b, c, d, tx, ty } = transform;
  const samples = samplesOf(transform);
  const apart = 1 / samples;
  const share = 1 / (samples * samples * 65536);
  const [meanR, meanG, meanB] = mean;
  const [scaleR, scaleG, scaleB] = scale;
  const line = width * 3;
  for (let row = 0, target = 0; row < size.height; row++) {
    for (let column = 0; column < size.width; column++, target++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let down = 0; down < samples; down++) {
        const v = row + (down + 0.5) * apart;
        for (let across = 0; across < samples; across++) {
          const u = column + (across + 0.5) * apart;
          const x = ((a * u + b * v + tx) * 256 - 127.5) | 0;
          const y = ((c * u + d * v + ty) * 256 - 127.5) | 0;
          const fx = x & 255;
          const fy = y & 255;
          const at = (Math.imul(y >> 8, line) + Math.imul(x >> 8, 3)) | 0;
          const below = (at + line) | 0;
          const w11 = Math.imul(fx, fy);
          const w01 = (fx << 8) - w11;
          const w10 = (fy << 8) - w11;
          const w00 = 65536 - (fx << 8) - w10;
          red = (red + sumOfFour(data, at, below, w00, w01, w10, w11)) | 0;
          green = (green + sumOfFour(data, at + 1, below + 1, w00, w01, w10, w11)) | 0;
          blue = (blue + sumOfFour(data, at + 2, below + 2, w00, w01, w10, w11)) | 0;
        }
      }
      out[target] = (red * share - meanR) * scaleR;
      out[target + plane] = (green * share - meanG) * scaleG;
      out[target + 2 * plane] = (blue * share - meanB) * scaleB;
    }
  }
}

/** One colour of a pixel, of its right neighbour and of the two below them, each times its weight. */
function sumOfFour(
  data: Uint8Array,
  at: number,
  below: number,
  w00: number,
  w01: number,
  w10: number,
  w11: number,
): number {
  const upper = (Math.imul(data[at]!, w00) + Math.imul(data[at + 3]!, w01)) | 0;
  return (upper + Math.imul(data[below]!, w10) + Math.imul(data[below + 3]!, w11)) | 0;
}

/** A patch of which some part may lie outside the photo. */
// eslint-disable-next-line max-lines-per-function -- as above
function sampleAcross(
  raster: Raster,
  transform: PatchTransform,
  size: Size,
  scaling: PixelScaling,
  out: Float32Array,
): void {
  const { a, b, c, d, tx, ty } = transform;
  const { width, height, data } = raster;
  const plane = size.width * size.height;
  const samples = samplesOf(transform);
  const [meanR, meanG, meanB] = scaling.mean;
  const [scaleR, scaleG, scaleB] = scaling.scale.map((value) => value / (samples * samples)) as [
    number,
    number,
    number,
  ];
  const count = samples * samples;
  const { fill } = scaling;
  for (let row = 0; row < size.height; row++) {
    for (let column = 0; column < size.width; column++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let sample = 0; sample < count; sample++) {
        const u = column + ((sample % samples) + 0.5) / samples;
        const v = row + (Math.floor(sample / samples) + 0.5) / samples;
        const x = a * u + b * v + tx - 0.5;
        const y = c * u + d * v + ty - 0.5;
        if (x < -0.5 || y < -0.5 || x > width - 0.5 || y > height - 0.5) {
          red += fill;
          green += fill;
          blue += fill;
          continue;
        }
        const left = x < 0 ? 0 : x > width - 1 ? width - 1 : Math.floor(x);
        const top = y < 0 ? 0 : y > height - 1 ? height - 1 : Math.floor(y);
        const fx = x < left ? 0 : x - left;
        const fy = y < top ? 0 : y - top;
        const right = left + 1 < width ? 3 : 0;
        const below = top + 1 < height ? width * 3 : 0;
        const at = (top * width + left) * 3;
        const w00 = (1 - fx) * (1 - fy);
        const w01 = fx * (1 - fy);
        const w10 = (1 - fx) * fy;
        const w11 = fx * fy;
        const i01 = at + right;
        const i10 = at + below;
        const i11 = at + below + right;
        red += data[at]! * w00 + data[i01]! * w01 + data[i10]! * w10 + data[i11]! * w11;
        green += data[at + 1]! * w00 + data[i01 + 1]! * w01 + data[i10 + 1]! * w10 + data[i11 + 1]! * w11;
        blue += data[at + 2]! * w00 + data[i01 + 2]! * w01 + data[i10 + 2]! * w10 + data[i11 + 2]! * w11;
      }
      const target = row * size.width + column;
      out[target] = (red - meanR * count) * scaleR;
      out[target + plane] = (green - meanG * count) * scaleG;
      out[target + 2 * plane] = (blue - meanB * count) * scaleB;
    }
  }
}

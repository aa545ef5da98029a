import type { Raster } from '../../lib/raster.ts';
import { copyPatch, isPlainShift } from './copy-patch.ts';
import type { PatchTransform } from './patch-transform.ts';

/** How 0-255 values become a net's input: `(value - mean) * scale`, per channel. `fill` stands for pixels outside. */
export interface PixelScaling {
  readonly mean: readonly [number, number, number];
  readonly scale: readonly [number, number, number];
  readonly fill: number;
}

/** Most samples averaged along one axis for one output pixel; beyond that the caller should start from a smaller copy. */
const mostSamples = 6;

/**
 * Reads a turned, scaled and shifted rectangle out of a photo into planar RGB (three planes of `width * height`).
 * Bilinear; where the patch is smaller than what it covers, several samples are averaged so that fine detail does not
 * alias. Pixels outside the photo become `scaling.fill`.
 */
export function samplePatch(
  raster: Raster,
  transform: PatchTransform,
  size: { readonly width: number; readonly height: number },
  scaling: PixelScaling,
): Float32Array {
  if (isPlainShift(transform)) return copyPatch(raster, transform, size, scaling);
  const out = new Float32Array(3 * size.width * size.height);
  const { a, b, c, d, tx, ty } = transform;
  const { width, height, data } = raster;
  const plane = size.width * size.height;
  const samples = Math.min(mostSamples, Math.max(1, Math.round(Math.hypot(a, c))));
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
  return out;
}

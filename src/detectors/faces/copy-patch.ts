import type { Raster } from '../../lib/raster.ts';
import type { PatchTransform } from './patch-transform.ts';
import type { PixelScaling } from './sample-patch.ts';

/** Whether a patch lies on the photo's own pixels: neither turned nor scaled, and shifted by whole pixels. */
export function isPlainShift({ a, b, c, d, tx, ty }: PatchTransform): boolean {
  return a === 1 && d === 1 && b === 0 && c === 0 && Number.isInteger(tx) && Number.isInteger(ty);
}

/**
 * What samplePatch gives for a plain shift, several times as fast: pixels are copied, not interpolated, and the colours
 * of a pixel all at once.
 */
export function copyPatch(
  { width, height, data }: Raster,
  { tx, ty }: PatchTransform,
  size: { readonly width: number; readonly height: number },
  scaling: PixelScaling,
  out: Float32Array,
): void {
  const plane = size.width * size.height;
  const [fromColumn, toColumn] = [Math.max(0, -tx), Math.min(size.width, width - tx)];
  const [fromRow, toRow] = [Math.max(0, -ty), Math.min(size.height, height - ty)];
  const isBordered = fromRow > 0 || fromColumn > 0 || toColumn < size.width;
  fillFrom(isBordered ? 0 : Math.max(0, toRow) * size.width, out, plane, scaling);
  for (let row = fromRow; row < toRow; row++) {
    const from = ((row + ty) * width + fromColumn + tx) * 3;
    copyRow(data, from, out, row * size.width + fromColumn, row * size.width + toColumn, plane, scaling);
  }
}

function fillFrom(start: number, out: Float32Array, plane: number, { mean, scale, fill }: PixelScaling): void {
  for (const channel of [0, 1, 2] as const) {
    out.fill((fill - mean[channel]) * scale[channel], channel * plane + start, (channel + 1) * plane);
  }
}

/** Pixels that follow each other, to each plane from `to` until before `end`. */
function copyRow(
  data: Uint8Array,
  from: number,
  out: Float32Array,
  to: number,
  end: number,
  plane: number,
  { mean, scale }: PixelScaling,
): void {
  const [meanR, meanG, meanB, scaleR, scaleG, scaleB] = [mean[0], mean[1], mean[2], scale[0], scale[1], scale[2]];
  for (let source = from, target = to; target < end; target++, source += 3) {
    out[target] = (data[source]! - meanR) * scaleR;
    out[target + plane] = (data[source + 1]! - meanG) * scaleG;
    out[target + 2 * plane] = (data[source + 2]! - meanB) * scaleB;
  }
}

import type { Raster } from '../../lib/raster.ts';

/** The size at which faces are compared; finer detail does not count, and a smaller face cannot have it all. */
const matchingSidePx = 112;
/** Share of edge energy at which a face is half sharp: crisp photos of adults lie well above, blurred ones below. */
const halfSharp = 0.04;

/** Grey levels averaged over squares of `step` pixels. */
function greyLevels({ width, height, data }: Raster, step: number): { grey: Float32Array; columns: number } {
  const [columns, rows] = [Math.floor(width / step), Math.floor(height / step)];
  const grey = new Float32Array(columns * rows);
  for (let i = 0; i < grey.length; i++) {
    const [left, top] = [(i % columns) * step, Math.floor(i / columns) * step];
    let sum = 0;
    for (let y = top; y < top + step; y++) {
      for (let x = left; x < left + step; x++) {
        const at = (y * width + x) * 3;
        sum += data[at]! * 0.299 + data[at + 1]! * 0.587 + data[at + 2]! * 0.114;
      }
    }
    grey[i] = sum / (step * step);
  }
  return { grey, columns };
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

/**
 * How much detail the cut-out of a face shows, 0 to 1: the variance of its Laplacian against its contrast (after
 * Pech-Pacheco et al. 2000), at the size at which faces are compared.
 */
export function sharpnessOf(face: Raster): number {
  const side = Math.min(face.width, face.height);
  const { grey, columns } = greyLevels(face, Math.max(1, Math.round(side / matchingSidePx)));
  const inner = [...grey.keys()].filter(
    (i) => i % columns > 0 && i % columns < columns - 1 && i >= columns && i < grey.length - columns,
  );
  if (inner.length === 0) return 0;
  const edges = inner.map((i) => 4 * grey[i]! - grey[i - 1]! - grey[i + 1]! - grey[i - columns]! - grey[i + columns]!);
  const share = variance(edges) / (variance(inner.map((i) => grey[i]!)) + 1);
  return (share / (share + halfSharp)) * Math.min(1, side / matchingSidePx);
}

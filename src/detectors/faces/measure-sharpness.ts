import type { GreyFace } from './read-grey-face.ts';

/** Share of fine detail at which a face counts as half sharp. */
const halfSharp = 0.06;

/**
 * How crisp a face is at its matching size, 0 to 1: the energy of the Laplacian against the contrast of the same pixels,
 * so that neither light nor skin colour matters. A small face enlarged to the matching size has lost its detail and
 * scores low.
 */
export function measureSharpness({ light, sidePx: side }: GreyFace): number {
  let [detail, sum, squares] = [0, 0, 0];
  for (let row = 1; row < side - 1; row++) {
    for (let at = row * side + 1; at < (row + 1) * side - 1; at++) {
      const value = light[at]!;
      const laplacian = 4 * value - light[at - 1]! - light[at + 1]! - light[at - side]! - light[at + side]!;
      detail += laplacian * laplacian;
      sum += value;
      squares += value * value;
    }
  }
  const count = (side - 2) ** 2;
  const variance = squares / count - (sum / count) ** 2;
  if (variance < 1) return 0;
  const share = Math.sqrt(detail / count / variance);
  return share / (share + halfSharp * 4);
}

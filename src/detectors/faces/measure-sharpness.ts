import type { DecodedPhoto } from '../detector.ts';
import type { FaceLandmarks } from '../../policy/words/evidence.ts';
import { alignFace, arcFacePlaces } from './align-face.ts';
import { rescaled } from './patch-transform.ts';
import { pickRaster } from './pick-raster.ts';
import { samplePatch, type PixelScaling } from './sample-patch.ts';

const grey: PixelScaling = { mean: [0, 0, 0], scale: [0.299, 0.587, 0.114], fill: 0 };
/** The middle of the aligned crop, brows to mouth without background, and a pixel more around it. */
const [from, side] = [25, 62];
/** Share of fine detail at which a face counts as half sharp. */
const halfSharp = 0.06;

/**
 * How crisp a face is at its matching size (112 x 112, aligned), 0 to 1: the energy of the Laplacian against the
 * contrast of the same pixels, so that neither light nor skin colour matters. A small face enlarged to the matching
 * size has lost its detail and scores low.
 */
export async function measureSharpness(photo: DecodedPhoto, landmarks: FaceLandmarks): Promise<number> {
  const { a, b, c, d, tx, ty } = alignFace(landmarks, arcFacePlaces);
  const middle = { a, b, c, d, tx: tx + (a + b) * from, ty: ty + (c + d) * from };
  const { raster, factor } = await pickRaster(photo, 1 / Math.hypot(a, c));
  const planes = samplePatch(raster, rescaled(middle, factor), { width: side, height: side }, grey);
  const plane = side * side;
  const light = new Float32Array(plane);
  for (let at = 0; at < plane; at++) light[at] = planes[at]! + planes[at + plane]! + planes[at + 2 * plane]!;
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

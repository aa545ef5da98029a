import type { DecodedPhoto } from '../detector.ts';
import type { FaceLandmarks } from '../../policy/words/evidence.ts';
import { alignFace, arcFacePlaces } from './align-face.ts';
import { rescaled } from './patch-transform.ts';
import { pickRaster } from './pick-raster.ts';
import { samplePatch, type PixelScaling } from './sample-patch.ts';

const side = arcFacePlaces.sidePx;
const grey: PixelScaling = { mean: [0, 0, 0], scale: [0.299, 0.587, 0.114], fill: 0 };
/** The middle of the aligned crop: brows to mouth, without background. */
const [from, to] = [26, 86];
/** Share of fine detail at which a face counts as half sharp. */
const halfSharp = 0.06;

/**
 * How crisp a face is at its matching size (112 x 112, aligned), 0 to 1: the energy of the Laplacian against the
 * contrast of the same pixels, so that neither light nor skin colour matters. A small face enlarged to the matching size
 * has lost its detail and scores low.
 */
export async function measureSharpness(photo: DecodedPhoto, landmarks: FaceLandmarks): Promise<number> {
  const window = alignFace(landmarks, arcFacePlaces);
  const { raster, factor } = await pickRaster(photo, 1 / Math.hypot(window.a, window.c));
  const planes = samplePatch(raster, rescaled(window, factor), { width: side, height: side }, grey);
  const plane = side * side;
  const light = planes.subarray(0, plane).map((red, at) => red + planes[at + plane]! + planes[at + 2 * plane]!);
  let [detail, sum, squares, count] = [0, 0, 0, 0];
  for (let row = from; row < to; row++) {
    for (let column = from; column < to; column++) {
      const at = row * side + column;
      const value = light[at]!;
      const laplacian = 4 * value - light[at - 1]! - light[at + 1]! - light[at - side]! - light[at + side]!;
      detail += laplacian * laplacian;
      sum += value;
      squares += value * value;
      count++;
    }
  }
  const variance = squares / count - (sum / count) ** 2;
  if (variance < 1) return 0;
  const share = Math.sqrt(detail / count / variance);
  return share / (share + halfSharp * 4);
}

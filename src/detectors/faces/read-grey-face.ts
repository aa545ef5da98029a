import type { DecodedPhoto } from '../detector.ts';
import type { FaceLandmarks } from '../../policy/words/evidence.ts';
import { alignFace, arcFacePlaces } from './align-face.ts';
import { rescaled } from './patch-transform.ts';
import { pickRaster } from './pick-raster.ts';
import { samplePatch, type PixelScaling } from './sample-patch.ts';

const grey: PixelScaling = { mean: [0, 0, 0], scale: [0.299, 0.587, 0.114], fill: 0 };
/** The middle of the aligned crop, brows to mouth without background, and a pixel more around it. */
const [fromPx, sidePx] = [25, 62];

/** The light of a face without its background, at the size at which faces are compared. */
export interface GreyFace {
  /** 0 to 255, row by row. */
  readonly light: Float32Array;
  readonly sidePx: number;
  /** Where the eyes were laid, as seen in the picture: left, right. */
  readonly eyes: readonly { readonly x: number; readonly y: number }[];
}

/** Brows to mouth of a face, aligned as for matching (112 x 112). */
export async function readGreyFace(photo: DecodedPhoto, landmarks: FaceLandmarks): Promise<GreyFace> {
  const { a, b, c, d, tx, ty } = alignFace(landmarks, arcFacePlaces);
  const middle = { a, b, c, d, tx: tx + (a + b) * fromPx, ty: ty + (c + d) * fromPx };
  const { raster, factor } = await pickRaster(photo, 1 / Math.hypot(a, c));
  const planes = samplePatch(raster, rescaled(middle, factor), { width: sidePx, height: sidePx }, grey);
  const plane = sidePx * sidePx;
  const light = new Float32Array(plane);
  for (let at = 0; at < plane; at++) light[at] = planes[at]! + planes[at + plane]! + planes[at + 2 * plane]!;
  const eyes = arcFacePlaces.points.slice(0, 2).map(({ x, y }) => ({ x: x - fromPx, y: y - fromPx }));
  return { light, sidePx, eyes };
}

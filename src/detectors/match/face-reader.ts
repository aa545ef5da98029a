import { AppError } from '../../lib/app-error.ts';
import type { FaceLandmarks } from '../../policy/words/evidence.ts';
import type { DecodedPhoto } from '../detector.ts';
import { alignFace, type CropPlaces } from '../faces/align-face.ts';
import { rescaled } from '../faces/patch-transform.ts';
import { pickRaster } from '../faces/pick-raster.ts';
import { samplePatch, type PixelScaling } from '../faces/sample-patch.ts';
import { dotProduct, sumOf } from './compare-vectors.ts';

/** A net that describes a face: where it wants the face's points, how it reads pixels, and what it says of them. */
export interface FaceReader {
  readonly places: CropPlaces;
  readonly scaling: PixelScaling;
  /** Of a square of planar RGB; as long as the net makes it. */
  readonly describe: (planes: Float32Array) => Promise<Float32Array>;
}

/** What a net said of a face, and how to add what it says of the mirror image. */
export interface FaceReading {
  readonly first: Float32Array;
  /** Both descriptions, added. */
  complete(): Promise<Float32Array>;
}

/**
 * Cuts a face out and has a net describe it. Throws `model-unsound` when the answer is no description: numbers that are
 * none would be like nobody, and a pupil described so would never be found.
 */
export async function readFace(
  { places, scaling, describe }: FaceReader,
  photo: DecodedPhoto,
  landmarks: FaceLandmarks,
): Promise<FaceReading> {
  const window = alignFace(landmarks, places);
  const { raster, factor } = await pickRaster(photo, 1 / Math.hypot(window.a, window.c));
  const size = { width: places.sidePx, height: places.sidePx };
  const planes = samplePatch(raster, rescaled(window, factor), size, scaling);
  const first = requireSound(await describe(planes));
  const complete = async () => requireSound(sumOf([first, await describe(mirrored(planes, places.sidePx))]));
  return { first, complete };
}

function requireSound(vector: Float32Array): Float32Array {
  const lengthSquared = dotProduct(vector, vector);
  if (!Number.isFinite(lengthSquared) || lengthSquared === 0) throw new AppError('model-unsound');
  return vector;
}

/** The planes seen in a mirror. */
function mirrored(planes: Float32Array, side: number): Float32Array {
  const out = new Float32Array(planes.length);
  for (let at = 0; at < planes.length; at++) {
    const column = at % side;
    out[at] = planes[at - column + side - 1 - column]!;
  }
  return out;
}

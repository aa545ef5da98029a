import { AppError } from '../../lib/app-error.ts';
import type { Raster } from '../../lib/raster.ts';
import type { Face, FaceLandmarks } from '../../policy/words/evidence.ts';
import type { DecodedPhoto } from '../detector.ts';
import { alignFace, dlibPlaces } from '../faces/align-face.ts';
import { interleave } from '../faces/interleave.ts';
import { rescaled } from '../faces/patch-transform.ts';
import { pickRaster } from '../faces/pick-raster.ts';
import { samplePatch } from '../faces/sample-patch.ts';
import type { FaceApiLibrary } from './face-api-library.ts';
import { withTensor } from './with-tensor.ts';

const unscaled = { mean: [0, 0, 0], scale: [1, 1, 1], fill: 0 } as const;

/**
 * face-api's description of each face, 128 numbers, in the order given. Faces are turned upright first, as the net was
 * trained; face-api's own cut-out is not turned, and on its demo photos that takes a stranger for the person looked for.
 * Throws `aborted`.
 */
export async function describeFaces(
  library: FaceApiLibrary,
  photo: DecodedPhoto,
  faces: readonly Pick<Face, 'landmarks'>[],
  signal?: AbortSignal,
): Promise<Float32Array[]> {
  const descriptions: Float32Array[] = [];
  for (const { landmarks } of faces) {
    if (signal?.aborted === true) throw new AppError('aborted');
    const upright = await cutUpright(photo, landmarks);
    descriptions.push(
      await withTensor(library, upright, (tensor) => library.nets.faceRecognitionNet.computeFaceDescriptor(tensor)),
    );
  }
  return descriptions;
}

async function cutUpright(photo: DecodedPhoto, landmarks: FaceLandmarks): Promise<Raster> {
  const size = { width: dlibPlaces.sidePx, height: dlibPlaces.sidePx };
  const window = alignFace(landmarks, dlibPlaces);
  const { raster, factor } = await pickRaster(photo, 1 / Math.hypot(window.a, window.c));
  const planes = samplePatch(raster, rescaled(window, factor), size, unscaled);
  return { ...size, data: Uint8Array.from(interleave(planes), Math.round) };
}

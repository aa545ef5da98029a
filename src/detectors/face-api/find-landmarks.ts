import type { Box } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';
import { cutRaster } from './cut-raster.ts';
import type { FaceApiLandmarks, FaceApiLibrary } from './face-api-library.ts';
import { withTensor } from './with-tensor.ts';

/** The 68 points of the face in a box, in pixels of the photo; undefined when the box lies outside. */
export async function findLandmarks(
  library: FaceApiLibrary,
  photo: Raster,
  box: Box,
): Promise<FaceApiLandmarks | undefined> {
  const face = cutRaster(photo, box);
  if (face === undefined) return undefined;
  const landmarks = await withTensor(library, face, (tensor) => library.nets.faceLandmark68Net.detectLandmarks(tensor));
  return landmarks.shiftBy(Math.max(box.x, 0), Math.max(box.y, 0));
}

import type { FaceLandmarks } from '../../policy/words/evidence.ts';
import type { Point } from '../../lib/geometry.ts';
import type { PatchTransform } from './patch-transform.ts';

/** Where a net expects eyes, nose tip and mouth corners in its square crop: left eye first, as in `FaceLandmarks`. */
export interface CropPlaces {
  readonly sidePx: number;
  readonly points: readonly Point[];
}

/** ArcFace-style nets, 112 x 112 (Deng et al. 2019). */
export const arcFacePlaces: CropPlaces = {
  sidePx: 112,
  points: [
    { x: 38.2946, y: 51.6963 },
    { x: 73.5318, y: 51.5014 },
    { x: 56.0252, y: 71.7366 },
    { x: 41.5493, y: 92.3655 },
    { x: 70.7299, y: 92.2041 },
  ],
};

/** dlib's face chips, 150 x 150 with a quarter of padding: the same five points of its mean face. */
export const dlibPlaces: CropPlaces = {
  sidePx: 150,
  points: [
    { x: 47.55, y: 46.6 },
    { x: 100.48, y: 46.6 },
    { x: 74.01, y: 76.56 },
    { x: 50.41, y: 103.02 },
    { x: 97.61, y: 103.02 },
  ],
};

/**
 * The upright crop of a face: the similarity (turn, zoom, shift) that brings its five points nearest to the net's places
 * by least squares, after Umeyama (1991). Maps crop to photo pixels.
 */
export function alignFace(landmarks: FaceLandmarks, places: CropPlaces): PatchTransform {
  const { eyeLeft, eyeRight, nose, mouthLeft, mouthRight } = landmarks;
  return similarityBetween(places.points, [eyeLeft, eyeRight, nose, mouthLeft, mouthRight]);
}

/** Least-squares similarity that takes `from` to `to`; in two dimensions without mirroring it has a closed form. */
function similarityBetween(from: readonly Point[], to: readonly Point[]): PatchTransform {
  const [fromMean, toMean] = [meanOf(from), meanOf(to)];
  let [dot, cross, spread] = [0, 0, 0];
  for (const [index, point] of from.entries()) {
    const [u, v] = [point.x - fromMean.x, point.y - fromMean.y];
    const [x, y] = [to[index]!.x - toMean.x, to[index]!.y - toMean.y];
    dot += u * x + v * y;
    cross += u * y - v * x;
    spread += u * u + v * v;
  }
  const [a, c] = [dot / spread, cross / spread];
  return {
    a,
    b: -c,
    c,
    d: a,
    tx: toMean.x - a * fromMean.x + c * fromMean.y,
    ty: toMean.y - c * fromMean.x - a * fromMean.y,
  };
}

function meanOf(points: readonly Point[]): Point {
  return {
    x: points.reduce((sum, point) => sum + point.x, 0) / points.length,
    y: points.reduce((sum, point) => sum + point.y, 0) / points.length,
  };
}

import type { FaceLandmarks } from '../../policy/words/evidence.ts';
import type { Point } from '../../lib/geometry.ts';

/** Eyes, nose tip and mouth corners out of the 68-point annotation. */
export function fivePoints(points: readonly Point[]): FaceLandmarks {
  return {
    eyeLeft: meanOf(points, [36, 37, 38, 39, 40, 41]),
    eyeRight: meanOf(points, [42, 43, 44, 45, 46, 47]),
    nose: meanOf(points, [30]),
    mouthLeft: meanOf(points, [48, 60]),
    mouthRight: meanOf(points, [54, 64]),
  };
}

function meanOf(points: readonly Point[], indices: readonly number[]): Point {
  const chosen = indices.map((index) => points[index]!);
  return {
    x: chosen.reduce((sum, point) => sum + point.x, 0) / chosen.length,
    y: chosen.reduce((sum, point) => sum + point.y, 0) / chosen.length,
  };
}

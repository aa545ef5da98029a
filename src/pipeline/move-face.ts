import type { Point } from '../lib/geometry.ts';
import type { Face, FaceLandmarks } from '../policy/words/evidence.ts';

/** The same face in a picture whose origin lies elsewhere; across and down in pixels. */
export function moveFace(face: Face, across: number, down: number): Face {
  const move = <Place extends Point>(place: Place): Place => ({ ...place, x: place.x + across, y: place.y + down });
  const points = Object.entries(face.landmarks).map(([name, point]) => [name, move(point as Point)]);
  return { ...face, box: move(face.box), landmarks: Object.fromEntries(points) as FaceLandmarks };
}

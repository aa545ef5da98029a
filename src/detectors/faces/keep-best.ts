import { centreOf } from '../../lib/geometry.ts';
import type { LocatedFace } from './locate-landmarks.ts';

/** From here up a box is surely a face, in its rotation. */
export const sureFace = 0.9;

/**
 * Where rotations of a photo disagree about one place, one face of them: of sure ones that on which the landmark nets
 * agree best, for they find no face that lies on its side or upside down. A doubtful one yields to a sure one. Best
 * first. Pure.
 */
export function keepBest(found: readonly LocatedFace[]): LocatedFace[] {
  const kept: LocatedFace[] = [];
  for (const face of [...found].sort(compare)) {
    const { x, y } = centreOf(face.box);
    const isTaken = kept.some(({ box: other, angle }) => {
      const centre = centreOf(other);
      return (
        angle !== face.angle && Math.abs(x - centre.x) < other.width / 2 && Math.abs(y - centre.y) < other.height / 2
      );
    });
    if (!isTaken) kept.push(face);
  }
  return kept.sort((a, b) => b.score - a.score);
}

function compare(a: LocatedFace, b: LocatedFace): number {
  const [isSure, isOtherSure] = [a.score >= sureFace, b.score >= sureFace];
  if (isSure !== isOtherSure) return isSure ? -1 : 1;
  return isSure ? a.disagreement - b.disagreement : b.score - a.score;
}

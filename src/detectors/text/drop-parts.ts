import { polygonArea, sharedArea } from './quad-overlap.ts';
import type { ReadQuad } from './read-quads.ts';

/** Above this share of the smaller quad one reading is a part of the other, or the same. */
const partOverlap = 0.6;

/** Many letters read surely beat few letters, and beat many letters guessed at. */
const worth = ({ text, score }: ReadQuad): number => text.length * score ** 3;

/** Of readings that lie on one another (a line and a piece of it, a line and the block it is in) keeps the best. */
export function dropParts(readings: readonly ReadQuad[]): ReadQuad[] {
  const kept: ReadQuad[] = [];
  for (const reading of [...readings].sort((a, b) => worth(b) - worth(a))) {
    const area = polygonArea(reading.quad);
    const covered = kept.some((other) => {
      const smaller = Math.min(area, polygonArea(other.quad));
      return sharedArea(reading.quad, other.quad) > partOverlap * smaller;
    });
    if (!covered) kept.push(reading);
  }
  return kept;
}

import { polygonArea, sharedArea } from './quad-overlap.ts';
import { cornersOf } from './rotated-rectangle.ts';
import type { TextLine } from './search-sheet.ts';

/** Above this intersection over union two lines from different views are the same line. */
const sameOverlap = 0.65;

function overlap(a: TextLine, b: TextLine): number {
  const [quadA, quadB] = [cornersOf(a.rectangle), cornersOf(b.rectangle)];
  const shared = sharedArea(quadA, quadB);
  return shared / (polygonArea(quadA) + polygonArea(quadB) - shared);
}

/** Whole lines before cut ones, then those seen in more detail, then the surer ones. */
function preference(a: TextLine, b: TextLine): number {
  return Number(a.cut) - Number(b.cut) || b.scale - a.scale || b.score - a.score;
}

/** Lines found more than once, in overlapping views, become one. */
export function mergeLines(lines: readonly TextLine[]): TextLine[] {
  const kept: TextLine[] = [];
  for (const line of [...lines].sort(preference)) {
    if (!kept.some((other) => overlap(line, other) > sameOverlap)) kept.push(line);
  }
  return kept;
}

import { intersectionOverUnion, type Box } from '../../lib/geometry.ts';
import type { Candidate } from './open-ultraface.ts';
import { probabilityOfFace } from './probability-of-face.ts';
import { sourceNames, type SourceName } from './sources.ts';

/** Boxes that share more than this of their union are one face. */
const sameFace = 0.4;
/** Of two joined faces that share more than this, the less sure one is a second box on the same face. */
const secondBox = 0.25;
/** Less probable faces are of no use to anybody. */
const negligible = 0.01;

/** What all looks at a photo say of one place in it. */
export interface JoinedFace {
  readonly box: Box;
  /** Calibrated probability that this is a face. */
  readonly score: number;
}

/**
 * Joins the boxes of all sources: within a source overlapping boxes become one, then boxes of different sources that
 * overlap become one face. Its box is their mean, weighted by squared score; its probability follows from which sources
 * saw it, how sure each was, and how large it was for each of them. A source that looked and saw nothing counts too.
 * Of faces that still overlap only the surest stays. `longEdgePx` is the photo's. Best first.
 */
export function joinCandidates(
  found: Readonly<Partial<Record<SourceName, readonly Candidate[]>>>,
  longEdgePx: number,
): JoinedFace[] {
  const looked = sourceNames.filter((source) => found[source] !== undefined);
  const seen = looked.flatMap((source) =>
    clustersOf((found[source] ?? []).map((candidate) => ({ ...candidate, source }))).map((cluster) => ({
      source,
      box: meanBox(cluster),
      score: cluster[0]!.score,
    })),
  );
  const faces = clustersOf(seen)
    .map((cluster) => {
      const box = meanBox(cluster);
      const best: Partial<Record<SourceName, number>> = {};
      for (const source of looked) best[source] = 0;
      for (const { source, score } of cluster) best[source] = Math.max(best[source] ?? 0, score);
      return { box, score: probabilityOfFace(best, Math.min(box.width, box.height), longEdgePx) };
    })
    .sort((a, b) => b.score - a.score);
  return withoutSecondBoxes(faces);
}

/** Faces that overlap in earnest do not occur; a second box on one face does. */
function withoutSecondBoxes(faces: readonly JoinedFace[]): JoinedFace[] {
  const kept: JoinedFace[] = [];
  for (const face of faces) {
    if (face.score < negligible) break;
    if (kept.every(({ box }) => intersectionOverUnion(box, face.box) <= secondBox)) kept.push(face);
  }
  return kept;
}

/** Greedy: the best box left gathers all boxes that overlap it. Members best first. */
function clustersOf<Member extends Candidate>(candidates: readonly Member[]): Member[][] {
  let left = [...candidates].sort((a, b) => b.score - a.score);
  const clusters: Member[][] = [];
  while (left.length > 0) {
    const { box } = left[0]!;
    clusters.push(left.filter((other, at) => at === 0 || intersectionOverUnion(box, other.box) > sameFace));
    left = left.filter((other, at) => at !== 0 && intersectionOverUnion(box, other.box) <= sameFace);
  }
  return clusters;
}

function meanBox(cluster: readonly Candidate[]): Box {
  const weight = cluster.reduce((sum, { score }) => sum + score * score, 0);
  const mean = (side: keyof Box) =>
    cluster.reduce((sum, { box, score }) => sum + box[side] * score * score, 0) / weight;
  return { x: mean('x'), y: mean('y'), width: mean('width'), height: mean('height') };
}

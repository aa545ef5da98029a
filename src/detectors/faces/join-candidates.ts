import { intersectionArea, intersectionOverUnion, type Box } from '../../lib/geometry.ts';
import type { Candidate } from './candidate.ts';
import { probabilityOfFace } from './probability-of-face.ts';
import { sourceNames, type SourceName } from './sources.ts';

/** Boxes that share more than this of their union are one face, */
const sameFace = 0.4;
/** and large ones when they share more than this: nets agree better on them, and people who hug must stay two. */
const sameLargeFace = 0.5;
/** Where a large face begins, in a photo whose longer side is 1,024 pixels. */
const large = { sidePx: 60, longEdgePx: 1024 } as const;
/** Of two joined faces that share more than this, the less sure one is a second box on the same face, */
const secondBox = 0.25;
/** unless it is more likely a face than not: people hug, kiss and stand cheek to cheek. */
const likely = 0.5;
/**
 * A likely face of which more than this is covered by surer ones, or that covers as much of one, is none of its own.
 */
const mostCovered = 0.75;
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
 * Of faces that still overlap only the surest stays, or all that are likely. `longEdgePx` is the photo's. Best first.
 */
export function joinCandidates(
  found: Readonly<Partial<Record<SourceName, readonly Candidate[]>>>,
  longEdgePx: number,
): JoinedFace[] {
  const isOneFace = (a: Box, b: Box): boolean => intersectionOverUnion(a, b) > mostShared(a, b, longEdgePx);
  const looked = sourceNames.filter((source) => found[source] !== undefined);
  const seen = looked.flatMap((source) =>
    clustersOf(
      (found[source] ?? []).map((candidate) => ({ ...candidate, source })),
      isOneFace,
    ).map((cluster) => ({
      source,
      box: meanBox(cluster),
      score: cluster[0]!.score,
    })),
  );
  const faces = clustersOf(seen, isOneFace)
    .map((cluster) => {
      const box = meanBox(cluster);
      const best: Partial<Record<SourceName, number>> = {};
      for (const source of looked) best[source] = 0;
      for (const { source, score } of cluster) best[source] = Math.max(best[source] ?? 0, score);
      return { box, score: probabilityOfFace(best, Math.min(box.width, box.height), longEdgePx) };
    })
    .sort((a, b) => b.score - a.score);
  return withoutSecondBoxes(faces, isOneFace);
}

/** How much two faces may share of their union. */
function mostShared(a: Box, b: Box, longEdgePx: number): number {
  const smallest = Math.min(a.width, a.height, b.width, b.height);
  return smallest * large.longEdgePx < large.sidePx * longEdgePx ? sameFace : sameLargeFace;
}

type IsOneFace = (a: Box, b: Box) => boolean;

/** A second box on one face is common; faces that overlap are rare, and both are seen well. Faces come best first. */
function withoutSecondBoxes(faces: readonly JoinedFace[], isOneFace: IsOneFace): JoinedFace[] {
  const kept: JoinedFace[] = [];
  for (const face of faces) {
    if (face.score < negligible) break;
    const others = kept.map(({ box }) => box);
    const isSecond =
      face.score >= likely
        ? others.some((box) => isOneFace(box, face.box)) || isMadeOf(face.box, others)
        : others.some((box) => intersectionOverUnion(box, face.box) > secondBox);
    if (!isSecond) kept.push(face);
  }
  return kept;
}

/** Whether a box lies in another or around it, as head and face do, or between others, which then cover it together. */
function isMadeOf(box: Box, others: readonly Box[]): boolean {
  const shared = others.map((other) => intersectionArea(box, other));
  const isNested = others.some((other, at) => shared[at]! > mostCovered * Math.min(areaOf(box), areaOf(other)));
  return isNested || shared.reduce((sum, area) => sum + area, 0) > mostCovered * areaOf(box);
}

const areaOf = ({ width, height }: Box): number => width * height;

/**
 * The best box that is no better one's leads a cluster; every other box follows that leader of whose face it is and
 * which it overlaps most, so that of two faces close together neither takes the other's boxes. Members best first.
 */
function clustersOf<Member extends Candidate>(candidates: readonly Member[], isOneFace: IsOneFace): Member[][] {
  const clusters: Member[][] = [];
  const followers: Member[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.score - a.score)) {
    if (clusters.some(([leader]) => isOneFace(candidate.box, leader!.box))) followers.push(candidate);
    else clusters.push([candidate]);
  }
  for (const follower of followers) {
    const shared = clusters.map(([leader]) =>
      isOneFace(follower.box, leader!.box) ? intersectionOverUnion(follower.box, leader!.box) : 0,
    );
    clusters[shared.indexOf(Math.max(...shared))]!.push(follower);
  }
  return clusters;
}

function meanBox(cluster: readonly Candidate[]): Box {
  const weight = cluster.reduce((sum, { score }) => sum + score * score, 0);
  const mean = (side: keyof Box) =>
    cluster.reduce((sum, { box, score }) => sum + box[side] * score * score, 0) / weight;
  return { x: mean('x'), y: mean('y'), width: mean('width'), height: mean('height') };
}

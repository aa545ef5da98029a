import { intersectionOverUnion } from '../../src/lib/geometry.ts';
import type { Box } from '../../src/lib/geometry.ts';
import type { LabelledFace } from './read-labelled-faces.ts';

/** Boxes that share more than this of their union are the same face. */
const sameFace = 0.35;

/** What became of each label and of each box that matched no label. */
export interface Scored {
  /** Labels that count: their shorter side in pixels and the score of the box that found them, or 0. */
  readonly labels: readonly { readonly sizePx: number; readonly score: number }[];
  /** Scores of boxes that matched no label at all, not even an occluded or ignored one. */
  readonly falseScores: readonly number[];
}

/** Matches boxes to labels, best box first, each label once. Occluded and invalid labels forgive a box and no more. */
export function scoreDetections(
  boxes: readonly { readonly box: Box; readonly score: number }[],
  labels: readonly LabelledFace[],
): Scored {
  const foundBy = new Map<LabelledFace, number>();
  const falseScores: number[] = [];
  for (const { box, score } of [...boxes].sort((a, b) => b.score - a.score)) {
    const [best] = labels
      .filter((label) => !foundBy.has(label))
      .map((label) => ({ label, shared: intersectionOverUnion(box, label) }))
      .sort((a, b) => b.shared - a.shared);
    if (best !== undefined && best.shared > sameFace) foundBy.set(best.label, score);
    else if (!labels.some((label) => isIgnored(label) && intersectionOverUnion(box, label) > sameFace)) {
      falseScores.push(score);
    }
  }
  return {
    labels: labels
      .filter((label) => !isIgnored(label))
      .map((label) => ({ sizePx: Math.min(label.width, label.height), score: foundBy.get(label) ?? 0 })),
    falseScores,
  };
}

function isIgnored({ invalid, occlusion }: LabelledFace): boolean {
  return invalid || occlusion >= 2;
}

import { faceWeights, type FaceWeights } from './face-weights.ts';
import { sourceNames, sources, type SourceName } from './sources.ts';

// Sizes of the weights: 11, 32, 90, 256 and 724 net pixels, with straight lines between (on a logarithmic scale).
const smallestKnot = 3.5;
const knotStep = 1.5;
const knots = 5;

/**
 * Probability that a place is a face: each source that saw it adds its own log-odds (plus 3) times a weight, each that
 * saw nothing there a number; docs/accuracy.md says on what the weights were fitted. `best` holds each source's highest
 * score there, 0 where it saw nothing; a source that did not look is left out and says nothing. `sizePx` is the box's
 * shorter side in photo pixels and `longEdgePx` the photo's longer side.
 */
export function probabilityOfFace(
  best: Readonly<Partial<Record<SourceName, number>>>,
  sizePx: number,
  longEdgePx: number,
): number {
  const { bias, sources: weights } = weightsFor(best);
  let logOdds = bias;
  for (const source of sourceNames) {
    const score = best[source];
    const weight = weights[source];
    if (score === undefined || weight === undefined) continue;
    const netPx = (Math.min(Math.max(sizePx, 4), 4000) * sources[source].longEdgePx) / longEdgePx;
    const table = score > 0 ? weight.seen : weight.unseen;
    logOdds += readTable(table, Math.log2(netPx)) * (score > 0 ? logit(score) + 3 : 1);
  }
  return 1 / (1 + Math.exp(-logOdds));
}

function weightsFor(best: Readonly<Partial<Record<SourceName, number>>>): FaceWeights {
  if (best.yunet1024 !== undefined) return faceWeights.withYuNet;
  return best.faceBoxes2048 === undefined ? faceWeights.ultraFaceAlone : faceWeights.shipped;
}

function readTable(table: readonly number[], log2Px: number): number {
  const at = Math.min(Math.max((log2Px - smallestKnot) / knotStep, 0), knots - 1);
  const [low, high] = [Math.floor(at), Math.ceil(at)];
  return table[low]! + (table[high]! - table[low]!) * (at - low);
}

function logit(score: number): number {
  const share = Math.min(Math.max(score, 0.05), 0.999);
  return Math.log(share / (1 - share));
}

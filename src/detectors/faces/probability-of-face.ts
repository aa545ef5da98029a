import { sourceNames, sources, type SourceName } from './sources.ts';

/**
 * Log-odds that each source adds, by how large the face is for it: 11, 32, 90 and 256 net pixels, with straight lines
 * between (on a logarithmic scale). `seen` multiplies the net's own log-odds (plus 3), `unseen` is added when the source
 * found nothing there. Fitted by logistic regression on half of a labelled set of 306 photos; docs/accuracy.md has the
 * recall on the other half.
 */
const weights: Readonly<Record<SourceName, { readonly seen: readonly number[]; readonly unseen: readonly number[] }>> =
  {
    ultraFace160: { seen: [0, 0.3, 0.8, 0.8], unseen: [0, 0, 0, 0] },
    ultraFace320: { seen: [0.016, 0.697, 1.009, 0.09], unseen: [-0.731, 0.491, -0.372, -0.105] },
    ultraFace640: { seen: [0.351, 0.563, -0.028, -0.097], unseen: [-0.924, -0.172, -0.745, 0.018] },
    ultraFace1024: { seen: [0.983, 0.456, -0.069, -0.209], unseen: [-0.431, -0.277, -0.256, -0.063] },
    ssd512: { seen: [0.386, 1.124, 0.773, 0.036], unseen: [0.076, -1.223, -0.059, 0.14] },
  };
const bias = -4.091;
const smallestKnot = 3.5;
const knotStep = 1.5;
const knots = 4;

/**
 * Probability that a place is a face. `best` holds each source's highest score there, 0 where it saw nothing; a source that
 * did not look is left out and says nothing. `sizePx` is the box's shorter side in photo pixels and `longEdgePx` the photo's longer side.
 */
export function probabilityOfFace(
  best: Readonly<Partial<Record<SourceName, number>>>,
  sizePx: number,
  longEdgePx: number,
): number {
  let logOdds = bias;
  for (const source of sourceNames) {
    const score = best[source];
    if (score === undefined) continue;
    const netPx = (Math.min(Math.max(sizePx, 4), 4000) * sources[source].longEdgePx) / longEdgePx;
    const table = score > 0 ? weights[source].seen : weights[source].unseen;
    logOdds += readTable(table, Math.log2(netPx)) * (score > 0 ? logit(score) + 3 : 1);
  }
  return 1 / (1 + Math.exp(-logOdds));
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

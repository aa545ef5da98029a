import { sourceNames, sources, type SourceName } from './sources.ts';

/**
 * Log-odds that each source adds, by how large the face is for it: 11, 32, 90 and 256 net pixels, with straight lines
 * between (on a logarithmic scale). `seen` multiplies the net's own log-odds (plus 3), `unseen` is added when the source
 * found nothing there. Fitted by logistic regression on half of a labelled set of 306 photos and on tight crops
 * around their large faces; docs/accuracy.md has the recall on the other half.
 */
const weights: Readonly<Record<SourceName, { readonly seen: readonly number[]; readonly unseen: readonly number[] }>> =
  {
    ultraFace160: { seen: [-0.238, 0.39, 2.113, 0.41], unseen: [-0.131, -0.193, -0.322, -0.096] },
    ultraFace320: { seen: [0.011, 0.795, 0.171, 0.291], unseen: [-0.833, 0.772, -0.863, 0.35] },
    ultraFace640: { seen: [0.325, 0.582, -0.088, -0.333], unseen: [-0.945, -0.189, -1.493, 0.412] },
    ultraFace1024: { seen: [0.986, 0.459, -0.121, 0.02], unseen: [-0.536, -0.336, -0.488, -0.182] },
    ssd512: { seen: [0.4, 1.162, 0.698, 0.479], unseen: [0.124, -1.226, -0.225, 0.488] },
  };
const bias = -3.846;
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

/** Likenesses of pairs: of one person (`genuine`) and of two (`impostor`). A pair that could not be compared is -Infinity. */
export interface PairScores {
  readonly genuine: readonly number[];
  readonly impostor: readonly number[];
}

/** The share of genuine pairs above the threshold that lets the given share of impostor pairs through. */
export function acceptRateAt(
  { genuine, impostor }: PairScores,
  falseAcceptRate: number,
): { rate: number; from: number } {
  const sorted = [...impostor].sort((a, b) => b - a);
  const from = sorted[Math.floor(falseAcceptRate * sorted.length)] ?? -Infinity;
  return { rate: genuine.filter((score) => score > from).length / genuine.length, from };
}

/**
 * Share of pairs told right, the threshold chosen on the other folds and used on each in turn. `folds` gives each pair's
 * fold.
 */
export function crossValidatedAccuracy(
  pairs: readonly { readonly same: boolean; readonly score: number }[],
  folds: readonly number[],
): number {
  let right = 0;
  for (const fold of new Set(folds)) {
    const others = pairs.filter((_, at) => folds[at] !== fold);
    const threshold = bestThreshold(others);
    right += pairs.filter(({ same, score }, at) => folds[at] === fold && score > threshold === same).length;
  }
  return right / pairs.length;
}

function bestThreshold(pairs: readonly { readonly same: boolean; readonly score: number }[]): number {
  const sorted = [...pairs].sort((a, b) => b.score - a.score);
  // Above the best score everything is called different; each step down calls one more pair the same.
  let right = sorted.filter(({ same }) => !same).length;
  let best = { right, threshold: Infinity };
  for (const [at, { same, score }] of sorted.entries()) {
    right += same ? 1 : -1;
    const next = sorted[at + 1]?.score ?? -Infinity;
    if (right > best.right && next < score)
      best = { right, threshold: Number.isFinite(next) ? (score + next) / 2 : next };
  }
  return best.threshold;
}

import type { LinearModel } from './fit-logistic.ts';

/** What a model said about an example that it was not fitted on. */
export interface Answer {
  readonly logOdds: number;
  readonly isPositive: boolean;
}

/** The slope that makes log-odds into honest ones around a given threshold, by bisection on the slope of the loss. */
function slopeAround(threshold: number, answers: readonly Answer[]): number {
  const positives = answers.filter(({ isPositive }) => isPositive).length;
  const weightOf = (isPositive: boolean): number => (isPositive ? 1 / positives : 1 / (answers.length - positives));
  const tilt = (slope: number): number =>
    answers.reduce((sum, { logOdds, isPositive }) => {
      const centred = logOdds - threshold;
      const probability = 1 / (1 + Math.exp(-slope * centred));
      return sum + weightOf(isPositive) * (probability - (isPositive ? 1 : 0)) * centred;
    }, 0);
  let [low, high] = [0.1, 5];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (tilt(middle) > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** Log-odds become `slope * (logOdds - threshold)`. */
export interface Calibration {
  readonly slope: number;
  readonly threshold: number;
}

/**
 * How to shift and steepen log-odds so that their probability is one half where the given share of the unseen negatives
 * is flagged. Throws a RangeError when one side is empty.
 */
export function calibrationOf(unseen: readonly Answer[], flaggedShare: number): Calibration {
  const negatives = unseen.filter(({ isPositive }) => !isPositive).map(({ logOdds }) => logOdds);
  if (negatives.length === 0 || negatives.length === unseen.length) throw new RangeError('both sides are needed');
  const threshold = negatives.sort((a, b) => b - a)[Math.floor(negatives.length * flaggedShare)]!;
  return { threshold, slope: slopeAround(threshold, unseen) };
}

/** The model that gives calibrated log-odds. */
export function calibrate({ weights, bias }: LinearModel, { slope, threshold }: Calibration): LinearModel {
  return { weights: weights.map((weight) => weight * slope), bias: (bias - threshold) * slope };
}

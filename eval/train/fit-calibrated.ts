import { applyLinear, fitLogistic, type Example, type LinearModel } from './fit-logistic.ts';

/** An example that knows the photo it was cut from and whether it is the photo as it is. */
export interface PhotoExample extends Example {
  readonly photo: number;
  readonly isOriginal: boolean;
}

interface Answer {
  readonly logOdds: number;
  readonly isPositive: boolean;
}

const folds = 4;
/** Of the photos that do not show it, the share that may reach one half. */
const flaggedShare = 0.02;

/** Answers on photos that the model answering was not fitted on. */
function answerUnseen(examples: readonly PhotoExample[], decay: number): Answer[] {
  return Array.from({ length: folds }, (_, fold) => {
    const model = fitLogistic(
      examples.filter(({ photo }) => photo % folds !== fold),
      { decay },
    );
    return examples
      .filter(({ photo, isOriginal }) => photo % folds === fold && isOriginal)
      .map(({ features, isPositive }) => ({ logOdds: applyLinear(model, features), isPositive }));
  }).flat();
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

/**
 * Fits a linear model whose probability is one half where, on unseen photos, two in a hundred of those that do not show
 * it are flagged, and whose steepness fits the rest. Unseen means four-fold by photo, inside the examples given.
 */
export function fitCalibrated(examples: readonly PhotoExample[], decay: number): LinearModel {
  const answers = answerUnseen(examples, decay);
  const negatives = answers.filter(({ isPositive }) => !isPositive).map(({ logOdds }) => logOdds);
  const threshold = negatives.sort((a, b) => b - a)[Math.floor(negatives.length * flaggedShare)]!;
  const slope = slopeAround(threshold, answers);
  const model = fitLogistic(examples, { decay });
  return { weights: model.weights.map((weight) => weight * slope), bias: (model.bias - threshold) * slope };
}

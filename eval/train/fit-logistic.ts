/** One training example. `weight` says how much it counts. */
export interface Example {
  readonly features: Float32Array;
  readonly isPositive: boolean;
  readonly weight: number;
}

export interface LinearModel {
  readonly weights: Float32Array;
  readonly bias: number;
}

export interface FitOptions {
  /** Strength of the pull of every standardised weight towards nought (L2). */
  readonly decay: number;
  readonly steps?: number;
}

interface Standard {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/** Features that hardly ever move would be blown up without a floor. */
const leastDeviation = 0.02;

function measure(examples: readonly Example[]): Standard {
  const size = examples[0]!.features.length;
  const mean = new Float64Array(size);
  const deviation = new Float64Array(size);
  for (const { features } of examples) features.forEach((value, i) => (mean[i]! += value / examples.length));
  for (const { features } of examples) {
    features.forEach((value, i) => (deviation[i]! += (value - mean[i]!) ** 2 / examples.length));
  }
  return { mean, deviation: deviation.map((value) => Math.sqrt(value) + leastDeviation) };
}

function standardise(examples: readonly Example[], { mean, deviation }: Standard): Float32Array[] {
  return examples.map(({ features }) => features.map((value, i) => (value - mean[i]!) / deviation[i]!));
}

/** Adam (Kingma and Ba, 2015) over all examples at once: no randomness, so the same examples give the same model. */
class Descent {
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  #step = 0;

  constructor(size: number) {
    this.#first = new Float64Array(size);
    this.#second = new Float64Array(size);
  }

  move(values: Float64Array, slopes: Float64Array, rate: number): void {
    this.#step += 1;
    const [fadeFirst, fadeSecond] = [0.9, 0.999];
    const [scaleFirst, scaleSecond] = [1 - fadeFirst ** this.#step, 1 - fadeSecond ** this.#step];
    for (let i = 0; i < values.length; i++) {
      const slope = slopes[i]!;
      const first = (this.#first[i] = fadeFirst * this.#first[i]! + (1 - fadeFirst) * slope);
      const second = (this.#second[i] = fadeSecond * this.#second[i]! + (1 - fadeSecond) * slope * slope);
      values[i]! -= (rate * (first / scaleFirst)) / (Math.sqrt(second / scaleSecond) + 1e-8);
    }
  }
}

/**
 * Logistic regression with L2, on standardised features; the standardisation is folded into the weights that come back.
 * Throws a RangeError without examples.
 */
export function fitLogistic(examples: readonly Example[], { decay, steps = 150 }: FitOptions): LinearModel {
  if (examples.length === 0) throw new RangeError('nothing to fit');
  const standard = measure(examples);
  const rows = standardise(examples, standard);
  const size = rows[0]!.length;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const values = new Float64Array(size + 1);
  const descent = new Descent(size + 1);
  for (let step = 0; step < steps; step++) {
    const slopes = slopesOf(values, rows, examples, total);
    for (let i = 0; i < size; i++) slopes[i]! += decay * values[i]!;
    descent.move(values, slopes, 0.02 * (1 - step / steps) + 0.001);
  }
  return foldIn(values, standard);
}

function slopesOf(
  values: Float64Array,
  rows: readonly Float32Array[],
  examples: readonly Example[],
  total: number,
): Float64Array {
  const size = values.length - 1;
  const slopes = new Float64Array(size + 1);
  rows.forEach((row, index) => {
    let odds = values[size]!;
    for (let i = 0; i < size; i++) odds += values[i]! * row[i]!;
    const { isPositive, weight } = examples[index]!;
    const error = ((1 / (1 + Math.exp(-odds)) - (isPositive ? 1 : 0)) * weight) / total;
    for (let i = 0; i < size; i++) slopes[i]! += error * row[i]!;
    slopes[size]! += error;
  });
  return slopes;
}

function foldIn(values: Float64Array, { mean, deviation }: Standard): LinearModel {
  const size = mean.length;
  const weights = Float32Array.from(mean, (_, i) => values[i]! / deviation[i]!);
  const bias = mean.reduce((sum, average, i) => sum - average * weights[i]!, values[size]!);
  return { weights, bias };
}

/** Log-odds of one example. */
export function applyLinear({ weights, bias }: LinearModel, features: Float32Array): number {
  return features.reduce((sum, value, i) => sum + value * weights[i]!, bias);
}

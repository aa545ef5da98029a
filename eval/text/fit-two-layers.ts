import type { Random } from './random.ts';

export interface Sample {
  readonly input: Float32Array;
  readonly wanted: 0 | 1;
}

/** A net of one hidden layer (rectified) and one sigmoid output. `hidden` holds a row of weights for each unit. */
export interface TwoLayers {
  readonly hidden: Float32Array;
  readonly hiddenBias: Float32Array;
  readonly output: Float32Array;
  readonly outputBias: number;
}

export interface FitOptions {
  readonly hidden: number;
  readonly epochs: number;
  readonly random: Random;
  progress(line: string): void;
}

const batchSize = 64;
const firstRate = 0.003;
const decay = 1e-5;

/** Adam (Kingma & Ba 2015) on one block of weights. */
function optimiser(weights: Float32Array): (gradient: Float32Array, rate: number, step: number) => void {
  const [first, second] = [new Float32Array(weights.length), new Float32Array(weights.length)];
  return (gradient, rate, step) => {
    const [firstCorrection, secondCorrection] = [1 - 0.9 ** step, 1 - 0.999 ** step];
    for (let i = 0; i < weights.length; i += 1) {
      const slope = gradient[i]! / batchSize + decay * weights[i]!;
      first[i] = 0.9 * first[i]! + 0.1 * slope;
      second[i] = 0.999 * second[i]! + 0.001 * slope * slope;
      weights[i]! -= (rate * (first[i]! / firstCorrection)) / (Math.sqrt(second[i]! / secondCorrection) + 1e-8);
    }
  };
}

/** Fits the net to the samples by logistic loss; the same random source gives the same net. */
export function fitTwoLayers(samples: readonly Sample[], options: FitOptions): TwoLayers {
  const { hidden: units, epochs, random } = options;
  const length = samples[0]!.input.length;
  const hidden = Float32Array.from({ length: units * length }, () => random.between(-1, 1) * Math.sqrt(7 / length));
  const hiddenBias = new Float32Array(units);
  const output = Float32Array.from({ length: units }, () => random.between(-0.4, 0.4));
  const bias = new Float32Array(1);
  const blocks = [hidden, hiddenBias, output, bias].map((weights) => ({
    gradient: new Float32Array(weights.length),
    improve: optimiser(weights),
  }));
  const [hiddenSlope, hiddenBiasSlope, outputSlope, biasSlope] = blocks.map(({ gradient }) => gradient);
  const activity = new Float32Array(units);

  const learn = ({ input, wanted }: Sample): number => {
    let sum = bias[0]!;
    for (let unit = 0; unit < units; unit += 1) {
      let value = hiddenBias[unit]!;
      for (let i = 0, at = unit * length; i < length; i += 1, at += 1) value += hidden[at]! * input[i]!;
      activity[unit] = Math.max(0, value);
      sum += activity[unit]! * output[unit]!;
    }
    const probability = 1 / (1 + Math.exp(-sum));
    const slope = probability - wanted;
    biasSlope![0]! += slope;
    for (let unit = 0; unit < units; unit += 1) {
      outputSlope![unit]! += slope * activity[unit]!;
      if (activity[unit] === 0) continue;
      const share = slope * output[unit]!;
      hiddenBiasSlope![unit]! += share;
      for (let i = 0, at = unit * length; i < length; i += 1, at += 1) hiddenSlope![at]! += share * input[i]!;
    }
    return -Math.log(Math.max(1e-7, wanted === 1 ? probability : 1 - probability));
  };

  const batches = Math.floor(samples.length / batchSize);
  for (let step = 1; step <= batches * epochs; step += 1) {
    for (const { gradient } of blocks) gradient.fill(0);
    let loss = 0;
    for (let i = 0; i < batchSize; i += 1) loss += learn(random.pick(samples));
    const rate = firstRate * (0.5 + 0.5 * Math.cos((Math.PI * step) / (batches * epochs)));
    for (const { gradient, improve } of blocks) improve(gradient, rate, step);
    if (step % batches === 0) options.progress(`pass ${step / batches}: loss ${(loss / batchSize).toFixed(3)}`);
  }
  return { hidden, hiddenBias, output, outputBias: bias[0]! };
}

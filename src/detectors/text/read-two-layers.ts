import { z } from 'zod';
import { modelsFolder } from '../../inference/manifest.ts';
import { readFitted } from '../../inference/read-fitted.ts';
import { weightsVersion } from '../../inference/weights-version.ts';

const schema = z.object({
  card: z.record(z.string(), z.unknown()),
  /** Of `JSON.stringify(weights)`. */
  sha256: z.string(),
  weights: z.object({ hidden: z.base64(), hiddenBias: z.base64(), output: z.base64(), outputBias: z.number() }),
});

/** A small net fitted in this project: one rectified layer and one output. */
export interface TwoLayerNet {
  readonly version: string;
  /** Log-odds of what it was fitted to see, for the numbers that describe one place. */
  logOdds(input: Float32Array): number;
}

const floats = (base64: string): Float32Array =>
  new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);

const padded = (values: Float32Array, length: number): Float32Array => {
  const longer = new Float32Array(length);
  longer.set(values);
  return longer;
};

/**
 * The net as a function. Four hidden units are summed at a time, because a sum waits for the one before and four do not
 * wait for one another; units that are nought make the number a whole multiple of four.
 */
function judgeBy(hidden: Float32Array, hiddenBias: Float32Array, output: Float32Array, outputBias: number) {
  const inputs = hidden.length / output.length;
  const units = Math.ceil(output.length / 4) * 4;
  const [weights, biases, shares] = [
    padded(hidden, units * inputs),
    padded(hiddenBias, units),
    padded(output, units),
  ] as const;
  return (input: Float32Array): number => {
    let total = outputBias;
    for (let unit = 0; unit < units; unit += 4) {
      const [first, second, third] = [unit * inputs, (unit + 1) * inputs, (unit + 2) * inputs];
      const fourth = (unit + 3) * inputs;
      let [a, b, c, d] = [biases[unit]!, biases[unit + 1]!, biases[unit + 2]!, biases[unit + 3]!];
      for (let i = 0; i < inputs; i += 1) {
        const value = input[i]!;
        a += weights[first + i]! * value;
        b += weights[second + i]! * value;
        c += weights[third + i]! * value;
        d += weights[fourth + i]! * value;
      }
      if (a > 0) total += a * shares[unit]!;
      if (b > 0) total += b * shares[unit + 1]!;
      if (c > 0) total += c * shares[unit + 2]!;
      if (d > 0) total += d * shares[unit + 3]!;
    }
    return total;
  };
}

/**
 * Reads a net from a file of `models/`. Throws `model-missing` when the file is not there or not of this form, `model-altered`
 * when its weights do not have the recorded checksum.
 */
export async function readTwoLayers(file: string, folder: string = modelsFolder): Promise<TwoLayerNet> {
  const { weights, sha256 } = await readFitted({ file, folder }, schema, (fitted) => fitted.weights);
  const [hidden, hiddenBias, output] = [weights.hidden, weights.hiddenBias, weights.output].map(floats) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  return {
    version: weightsVersion(sha256),
    logOdds: judgeBy(hidden, hiddenBias, output, weights.outputBias),
  };
}

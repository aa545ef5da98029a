import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { modelsFolder } from '../../inference/manifest.ts';
import { AppError } from '../../lib/app-error.ts';

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

/**
 * Reads a net from a file of `models/`. Throws `model-missing` when the file is not there or not of this form, `model-altered`
 * when its weights do not have the recorded checksum.
 */
export async function readTwoLayers(file: string, folder: string = modelsFolder): Promise<TwoLayerNet> {
  const parsed = await readFile(path.join(folder, file), 'utf8')
    .then((text) => schema.parse(JSON.parse(text)))
    .catch((cause: unknown) => {
      throw new AppError('model-missing', { cause, detail: file });
    });
  const { weights, sha256 } = parsed;
  if (createHash('sha256').update(JSON.stringify(weights)).digest('hex') !== sha256) {
    throw new AppError('model-altered', { detail: file });
  }
  const [hidden, hiddenBias, output] = [weights.hidden, weights.hiddenBias, weights.output].map(floats) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  return {
    version: sha256.slice(0, 12),
    logOdds(input) {
      let sum = weights.outputBias;
      for (let unit = 0, at = 0; unit < output.length; unit += 1) {
        let value = hiddenBias[unit]!;
        for (let i = 0; i < input.length; i += 1, at += 1) value += hidden[at]! * input[i]!;
        if (value > 0) sum += value * output[unit]!;
      }
      return sum;
    },
  };
}

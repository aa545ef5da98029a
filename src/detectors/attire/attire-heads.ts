import { z } from 'zod';
import { modelsFolder } from '../../inference/manifest.ts';
import { readFitted } from '../../inference/read-fitted.ts';
import { weightsVersion } from '../../inference/weights-version.ts';
import { AppError } from '../../lib/app-error.ts';

const linear = z.object({ weights: z.base64(), bias: z.number() });

export const attireHeadFile = 'attire_head.json';

const heads = z.object({
  swimming: linear,
  dress: linear,
  water: linear,
  inWater: linear,
  person: linear,
});

/** The trained part of the attire detector as it lies in `models/`. `sha256` is that of `JSON.stringify(heads)`. */
export const attireHeadSchema = z.object({
  card: z.record(z.string(), z.unknown()),
  sha256: z.string(),
  /** Version of the nets whose features the heads were fitted on. */
  embedder: z.string(),
  /** Fitted on pictures in colour, and on the same in grey. */
  heads: z.object({ colour: heads, grey: heads }),
});

/** On a square's features: swimming, dress, water, and for a person's square inWater. On rows of signals: person. */
export type HeadName = keyof z.infer<typeof heads>;

/** Log-odds of each head. Throws a RangeError for a row of another length than the head was fitted on. */
export type Heads = Readonly<Record<HeadName, (features: Float32Array) => number>>;

/** The heads, ready to use. */
export interface AttireHeads {
  readonly version: string;
  /** For pictures in colour. */
  readonly colour: Heads;
  /** For pictures in black and white. */
  readonly grey: Heads;
}

function toLinear({ weights, bias }: z.infer<typeof linear>): (features: Float32Array) => number {
  const bytes = Uint8Array.from(Buffer.from(weights, 'base64'));
  const factors = new Float32Array(bytes.buffer);
  return (features) => {
    if (features.length !== factors.length) throw new RangeError('the head was fitted on other features');
    return features.reduce((sum, value, index) => sum + value * factors[index]!, bias);
  };
}

const toHeads = (some: z.infer<typeof heads>): Heads => ({
  swimming: toLinear(some.swimming),
  dress: toLinear(some.dress),
  water: toLinear(some.water),
  inWater: toLinear(some.inWater),
  person: toLinear(some.person),
});

/**
 * Reads the trained heads. Throws `model-missing` when the file is not there or not of this form, `model-altered` when
 * its numbers are not the ones that were shipped or belong to other nets.
 */
export async function readAttireHeads(embedderVersion: string, folder: string = modelsFolder): Promise<AttireHeads> {
  const { heads: shipped, sha256, embedder } = await readWhole(folder);
  if (embedder !== embedderVersion) throw new AppError('model-altered', { detail: attireHeadFile });
  return { version: weightsVersion(sha256), colour: toHeads(shipped.colour), grey: toHeads(shipped.grey) };
}

/** Throws as `readAttireHeads` does unless the file is there with the numbers that were shipped. */
export async function requireAttireHeads(folder: string = modelsFolder): Promise<void> {
  await readWhole(folder);
}

function readWhole(folder: string): Promise<z.infer<typeof attireHeadSchema>> {
  return readFitted({ file: attireHeadFile, folder }, attireHeadSchema, (fitted) => fitted.heads);
}

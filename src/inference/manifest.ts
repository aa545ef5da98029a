import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../lib/app-error.ts';

const tensor = z.object({
  name: z.string(),
  /** A number, or a name for a free dimension. */
  shape: z.array(z.union([z.number().int(), z.string()])),
  /** What the values are: 'RGB 0-255, NCHW', 'probability', … */
  meaning: z.string(),
});

const shippedFile = z.object({
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().positive(),
});

const entry = shippedFile.extend({
  id: z.string(),
  /** Files the net is of no use without, such as a dictionary. */
  companions: z.array(shippedFile),
  source: z.object({ package: z.string(), version: z.string(), path: z.string() }),
  licence: z.string(),
  inputs: z.array(tensor),
  outputs: z.array(tensor),
  /** What this model is known to do badly, in sentences. */
  limits: z.array(z.string()),
});

const manifestSchema = z.object({ models: z.array(entry) });

/** A file under `models/` with its expected content. */
export type ShippedFile = z.infer<typeof shippedFile>;

export type ModelEntry = z.infer<typeof entry>;

/** Where the weights are: `models/` at the top of the checkout, both for `src` and for the built `dist`. */
export const modelsFolder = path.join(import.meta.dirname, '..', '..', 'models');

/** The shipped models by id. Throws `model-missing` when the manifest is not there or is not a manifest. */
export async function readManifest(folder: string = modelsFolder): Promise<ReadonlyMap<string, ModelEntry>> {
  try {
    const text = await readFile(path.join(folder, 'manifest.json'), 'utf8');
    const { models } = manifestSchema.parse(JSON.parse(text));
    return new Map(models.map((model) => [model.id, model]));
  } catch (cause) {
    throw new AppError('model-missing', { cause, detail: 'manifest.json' });
  }
}

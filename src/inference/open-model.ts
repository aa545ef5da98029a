import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ort from 'onnxruntime-node';
import { AppError } from '../lib/app-error.ts';
import { modelsFolder, readManifest } from './manifest.ts';

/** A loaded net. `version` is the start of the weights' SHA-256, so evidence names the exact file. */
export interface Model {
  readonly id: string;
  readonly version: string;
  run(inputs: Record<string, ort.Tensor>): Promise<Record<string, ort.Tensor>>;
  release(): Promise<void>;
}

/**
 * Loads a shipped model on one CPU thread (the pool gives each core its own process).
 * Throws `model-missing` or `model-altered`, naming the file.
 */
export async function openModel(id: string, folder: string = modelsFolder): Promise<Model> {
  const entry = (await readManifest(folder)).get(id);
  if (entry === undefined) throw new AppError('model-missing', { detail: id });
  const bytes = await readFile(path.join(folder, entry.file)).catch((cause: unknown) => {
    throw new AppError('model-missing', { cause, detail: entry.file });
  });
  if (createHash('sha256').update(bytes).digest('hex') !== entry.sha256) {
    throw new AppError('model-altered', { detail: entry.file });
  }
  const session = await ort.InferenceSession.create(bytes, {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
  });
  return {
    id,
    version: entry.sha256.slice(0, 12),
    run: async (inputs) => ({ ...(await session.run(inputs)) }),
    release: () => session.release(),
  };
}

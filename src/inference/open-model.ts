import { ort } from './onnx-runtime.ts';
import { AppError } from '../lib/app-error.ts';
import { modelsFolder, readManifest } from './manifest.ts';
import { readVerified } from './read-verified.ts';
import { weightsVersion } from './weights-version.ts';

/** A loaded net. `version` is the start of the weights' SHA-256, so evidence names the exact file. */
export interface Model {
  readonly id: string;
  readonly version: string;
  /** The names of what it reads and gives, in the net's order. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
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
  return openNet(entry, await readVerified(entry, folder));
}

/** Makes a net of bytes that were checked already. Throws `model-altered` when they are no net that can be run. */
export async function openNet(
  { id, sha256, file }: { readonly id: string; readonly sha256: string; readonly file: string },
  bytes: Uint8Array,
): Promise<Model> {
  const session = await ort.InferenceSession.create(bytes, {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
  }).catch((cause: unknown) => {
    throw new AppError('model-altered', { cause, detail: file });
  });
  return {
    id,
    version: weightsVersion(sha256),
    inputs: session.inputNames,
    outputs: session.outputNames,
    run: async (inputs) => ({ ...(await session.run(inputs)) }),
    release: () => session.release(),
  };
}

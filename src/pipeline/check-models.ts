import { modelsFolder, readManifest, type ModelEntry, type ShippedFile } from '../inference/manifest.ts';
import { readVerified } from '../inference/read-verified.ts';
import { toAppError } from '../lib/app-error.ts';

/** A shipped model, and whether its files, those it needs beside it too, are the ones that were shipped. */
export interface ModelState {
  readonly model: ModelEntry;
  readonly state: 'intact' | 'altered' | 'missing';
  /** The file that is altered or missing; the model's own when all are intact. */
  readonly file: string;
}

/** Reads every model's files. Throws `model-missing` when there is no manifest. */
export async function checkModels(folder: string = modelsFolder): Promise<ModelState[]> {
  const models = [...(await readManifest(folder)).values()];
  return Promise.all(
    models.map(async (model): Promise<ModelState> => {
      for (const shipped of [model, ...model.companions]) {
        const state = await stateOf(shipped, folder);
        if (state !== 'intact') return { model, state, file: shipped.file };
      }
      return { model, state: 'intact', file: model.file };
    }),
  );
}

async function stateOf(shipped: ShippedFile, folder: string): Promise<ModelState['state']> {
  try {
    await readVerified(shipped, folder);
    return 'intact';
  } catch (error) {
    return toAppError(error).code === 'model-altered' ? 'altered' : 'missing';
  }
}

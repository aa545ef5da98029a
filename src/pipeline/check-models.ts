import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { modelsFolder, readManifest, type ModelEntry } from '../inference/manifest.ts';

/** A shipped model, and whether its file is the one that was shipped. */
export interface ModelState {
  readonly model: ModelEntry;
  readonly state: 'intact' | 'altered' | 'missing';
}

/** Reads every model's file. Throws `model-missing` when there is no manifest. */
export async function checkModels(folder: string = modelsFolder): Promise<ModelState[]> {
  const models = [...(await readManifest(folder)).values()];
  return Promise.all(
    models.map(async (model): Promise<ModelState> => {
      const bytes = await readFile(path.join(folder, model.file)).catch(() => null);
      if (bytes === null) return { model, state: 'missing' };
      const isSame = createHash('sha256').update(bytes).digest('hex') === model.sha256;
      return { model, state: isSame ? 'intact' : 'altered' };
    }),
  );
}

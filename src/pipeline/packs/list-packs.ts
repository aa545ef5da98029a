import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readEmbedderModel } from '../../detectors/match/read-embedder-model.ts';
import { readPackMeasurement } from '../../detectors/match/pack-measurement.ts';
import { toAppError } from '../../lib/app-error.ts';
import { modelPacks, type ModelPack } from '../../inference/packs/model-packs.ts';
import { measurementFile, readPackChoice } from '../../inference/packs/pack-choice.ts';

/** A pack, whether its file is there and whole, and whether it is in use. */
export interface PackState {
  readonly pack: ModelPack;
  readonly state: 'not added' | 'intact' | 'altered';
  readonly isInUse: boolean;
  /** Null when it can be used once it was added; else what is missing. */
  readonly whyUnusable: string | null;
}

/** Every known pack as it is in the folder. Throws `model-altered` when the choice cannot be read. */
export async function listPacks(folder: string, packs: readonly ModelPack[] = modelPacks): Promise<PackState[]> {
  const choice = readPackChoice(folder);
  return Promise.all(
    packs.map(async (pack): Promise<PackState> => {
      const bytes = await readFile(path.join(folder, pack.file)).catch(() => null);
      const isInUse = choice[pack.job] === pack.id;
      const about = { pack, isInUse, whyUnusable: await findWhyUnusable(folder, pack) };
      if (bytes === null) return { ...about, state: 'not added' };
      const isSame = createHash('sha256').update(bytes).digest('hex') === pack.sha256;
      return { ...about, state: isSame ? 'intact' : 'altered' };
    }),
  );
}

/** A matching pack needs what was measured of it, beside the nets that are here now. */
async function findWhyUnusable(folder: string, pack: ModelPack): Promise<string | null> {
  if (pack.job === 'detection') return null;
  const text = await readFile(measurementFile(folder, pack.id), 'utf8').catch(() => null);
  try {
    readPackMeasurement(text, pack, await readEmbedderModel());
    return null;
  } catch (error) {
    const { code, detail } = toAppError(error);
    if (code === 'measurement-refused') return `What was measured of it cannot be used (${detail ?? code}).`;
    return `It can be used once it is known how often it is wrong beside the shipped nets: photoward models use ${pack.id} --measured FILE.`;
  }
}

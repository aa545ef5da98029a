import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { measurementFile } from '../../detectors/match/pack-measurement.ts';
import { modelPacks, type ModelPack } from '../../inference/packs/model-packs.ts';
import { readPackChoice } from '../../inference/packs/pack-choice.ts';

/** A pack, whether its file is there and whole, and whether it is in use. */
export interface PackState {
  readonly pack: ModelPack;
  readonly state: 'not added' | 'intact' | 'altered';
  readonly isInUse: boolean;
  /** Null when it can be used once it was added; else what is missing. */
  readonly whyUnusable: string | null;
}

const notMeasured = ({ id }: ModelPack): string =>
  `It can be used once it is known how often it is wrong beside the shipped nets: photoward models use ${id} --measured FILE.`;

/** Every known pack as it is in the folder. Throws `model-altered` when the choice cannot be read. */
export async function listPacks(folder: string, packs: readonly ModelPack[] = modelPacks): Promise<PackState[]> {
  const choice = await readPackChoice(folder);
  return Promise.all(
    packs.map(async (pack): Promise<PackState> => {
      const bytes = await readFile(path.join(folder, pack.file)).catch(() => null);
      const isInUse = choice[pack.job] === pack.id;
      const isKnown = pack.job === 'detection' || existsSync(measurementFile(folder, pack));
      const about = { pack, isInUse, whyUnusable: isKnown ? null : notMeasured(pack) };
      if (bytes === null) return { ...about, state: 'not added' };
      const isSame = createHash('sha256').update(bytes).digest('hex') === pack.sha256;
      return { ...about, state: isSame ? 'intact' : 'altered' };
    }),
  );
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { modelPacks, type ModelPack } from '../../inference/packs/model-packs.ts';
import { readPackChoice } from '../../inference/packs/pack-choice.ts';

/** A pack, whether its file is there and whole, and whether it is in use. */
export interface PackState {
  readonly pack: ModelPack;
  readonly state: 'not added' | 'intact' | 'altered';
  readonly isInUse: boolean;
}

/** Every known pack as it is in the folder. Throws `model-altered` when the choice cannot be read. */
export async function listPacks(folder: string, packs: readonly ModelPack[] = modelPacks): Promise<PackState[]> {
  const choice = await readPackChoice(folder);
  return Promise.all(
    packs.map(async (pack): Promise<PackState> => {
      const bytes = await readFile(path.join(folder, pack.file)).catch(() => null);
      const isInUse = choice[pack.job] === pack.id;
      if (bytes === null) return { pack, state: 'not added', isInUse };
      const isSame = createHash('sha256').update(bytes).digest('hex') === pack.sha256;
      return { pack, state: isSame ? 'intact' : 'altered', isInUse };
    }),
  );
}

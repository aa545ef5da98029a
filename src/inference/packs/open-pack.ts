import { AppError } from '../../lib/app-error.ts';
import { openNet, type Model } from '../open-model.ts';
import { readVerified } from '../read-verified.ts';
import { findPack, modelPacks, type ModelPack, type PackJob } from './model-packs.ts';
import { readPackChoice } from './pack-choice.ts';

/** Loads an added pack. Throws `model-missing` or `model-altered`, saying what to do. */
export async function openPack(pack: ModelPack, folder: string): Promise<Model> {
  try {
    return await openNet(pack, await readVerified(pack, folder));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const detail = `the pack ${pack.id}: add it again, or go back with photoward models use shipped`;
    throw new AppError(error.code, { cause: error, detail });
  }
}

/** The pack that is in use for a job; undefined when it is the shipped nets alone. Throws `model-missing`. */
export async function findPackFor(
  job: PackJob,
  folder: string | undefined,
  packs: readonly ModelPack[] = modelPacks,
): Promise<ModelPack | undefined> {
  const id = (await readPackChoice(folder))[job];
  if (id === null) return undefined;
  const pack = findPack(id, packs);
  if (pack?.job !== job) throw new AppError('model-missing', { detail: `there is no pack ${id} for ${job}` });
  return pack;
}

/** The same, loaded. Throws as `openPack` does, too. */
export async function openPackFor(job: PackJob, folder: string | undefined): Promise<Model | undefined> {
  const pack = await findPackFor(job, folder);
  return pack === undefined || folder === undefined ? undefined : openPack(pack, folder);
}

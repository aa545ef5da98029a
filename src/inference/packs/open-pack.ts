import { AppError } from '../../lib/app-error.ts';
import { openNet, type Model } from '../open-model.ts';
import { readVerified } from '../read-verified.ts';
import { findPack, modelPacks, type ModelPack, type PackJob } from './model-packs.ts';
import type { PacksInUse } from './pack-choice.ts';

/** Loads an added pack. Throws `model-missing` or `model-altered`, saying what to do. */
export async function openPack(pack: ModelPack, folder: string): Promise<Model> {
  return await sayWhatToDo(pack, async () => await openNet(pack, await readVerified(pack, folder)));
}

/** Throws as `openPack` does unless the file of an added pack is there and whole. */
export async function requireWhole(pack: ModelPack, folder: string): Promise<void> {
  await sayWhatToDo(pack, () => readVerified(pack, folder));
}

async function sayWhatToDo<Result>(pack: ModelPack, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const detail = `the pack ${pack.id}: add it again, or go back with photoward models use shipped`;
    throw new AppError(error.code, { cause: error, detail });
  }
}

/** The pack that is in use for a job; undefined when it is the shipped nets alone. Throws `model-missing`. */
export function findPackFor(
  job: PackJob,
  packs: PacksInUse | undefined,
  known: readonly ModelPack[] = modelPacks,
): ModelPack | undefined {
  const id = packs?.[job] ?? null;
  if (id === null) return undefined;
  const pack = findPack(id, known);
  if (pack?.job !== job) throw new AppError('model-missing', { detail: `there is no pack ${id} for ${job}` });
  return pack;
}

/** The same, loaded. Throws as `openPack` does, too. */
export async function openPackFor(job: PackJob, packs: PacksInUse | undefined): Promise<Model | undefined> {
  const pack = findPackFor(job, packs);
  return pack === undefined || packs === undefined ? undefined : openPack(pack, packs.folder);
}

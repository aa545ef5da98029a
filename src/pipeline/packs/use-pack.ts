import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { ModelPack } from '../../inference/packs/model-packs.ts';
import { openPack } from '../../inference/packs/open-pack.ts';
import { choiceFile, readPackChoice, type PackChoice } from '../../inference/packs/pack-choice.ts';
import { AppError } from '../../lib/app-error.ts';
import { makeFolder } from '../make-folder.ts';
import { writeWhole } from '../write-whole.ts';

const shipped: PackChoice = { detection: null, matching: null };

/** Goes back to the shipped nets alone. */
export async function useShipped(folder: string): Promise<void> {
  await writeChoice(folder, shipped);
}

/**
 * Uses an added pack from the next start of a screening process on. It is opened once to see that it runs. Throws
 * `wrong-state` for a pack that cannot be used, `model-missing` and `model-altered`; then nothing changes.
 */
export async function usePack(folder: string, pack: ModelPack): Promise<void> {
  if (pack.whyUnusable !== null) throw new AppError('wrong-state', { detail: `${pack.id}: ${pack.whyUnusable}` });
  const model = await openPack(pack, folder);
  await model.release();
  await writeChoice(folder, { ...(await readPackChoice(folder)), [pack.job]: pack.id });
}

/** Takes a pack's file out of the folder. Throws `wrong-state` while it is in use. */
export async function removePack(folder: string, pack: ModelPack): Promise<void> {
  const choice = await readPackChoice(folder);
  if (choice[pack.job] === pack.id) {
    throw new AppError('wrong-state', { detail: `${pack.id} is in use; first: photoward models use shipped` });
  }
  await rm(path.join(folder, pack.file), { force: true });
}

async function writeChoice(folder: string, choice: PackChoice): Promise<void> {
  await makeFolder(folder);
  await writeWhole(choiceFile(folder), Buffer.from(`${JSON.stringify(choice)}\n`));
}

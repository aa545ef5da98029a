import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { openMeasured } from '../../detectors/match/open-matching-in-use.ts';
import type { PackMeasurement } from '../../detectors/match/pack-measurement.ts';
import type { ModelPack, PackJob } from '../../inference/packs/model-packs.ts';
import { openPack } from '../../inference/packs/open-pack.ts';
import { choiceFile, measurementFile, readPackChoice, type PackChoice } from '../../inference/packs/pack-choice.ts';
import { AppError } from '../../lib/app-error.ts';
import { makeFolder } from '../make-folder.ts';
import { writeWhole } from '../write-whole.ts';

const shipped: PackChoice = { detection: null, matching: null };

/** Goes back to the shipped nets alone, for one job or for all. Mends a choice that cannot be read. */
export async function useShipped(folder: string, job?: PackJob): Promise<void> {
  await writeChoice(folder, job === undefined ? shipped : { ...readPackChoice(folder), [job]: null });
}

/**
 * Uses an added pack from the next start on. It is opened once to see that it runs. A matching pack also needs what was
 * measured of it, from `measured` or from an earlier time, and gives it back. Throws `model-missing`, `model-altered`,
 * `measurement-missing` and `measurement-refused`; then nothing changes.
 */
export async function usePack(folder: string, pack: ModelPack, measured?: string): Promise<PackMeasurement | null> {
  const known = pack.job === 'matching' ? await openWith(pack, folder, measured) : null;
  if (known === null) {
    if (measured !== undefined) throw new AppError('usage', { detail: `${pack.id} needs no --measured` });
    await (await openPack(pack, folder)).release();
  } else if (measured !== undefined) {
    await writeWhole(measurementFile(folder, pack.id), Buffer.from(JSON.stringify(known)));
  }
  await writeChoice(folder, { ...readPackChoice(folder), [pack.job]: pack.id });
  return known;
}

async function openWith(pack: ModelPack, folder: string, measured: string | undefined): Promise<PackMeasurement> {
  const file = measured ?? measurementFile(folder, pack.id);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    if (measured !== undefined) throw new AppError('file-not-found', { cause, detail: file });
    return null;
  });
  const opened = await openMeasured(pack, folder, text);
  await opened.pack.release();
  return opened.measured;
}

/** Takes a pack's file, and what was measured of it, out of the folder. Throws `wrong-state` while it is in use. */
export async function removePack(folder: string, pack: ModelPack): Promise<void> {
  const choice = readPackChoice(folder);
  if (choice[pack.job] === pack.id) {
    throw new AppError('wrong-state', { detail: `${pack.id} is in use; first: photoward models use shipped` });
  }
  await rm(path.join(folder, pack.file), { force: true });
  await rm(measurementFile(folder, pack.id), { force: true });
}

async function writeChoice(folder: string, choice: PackChoice): Promise<void> {
  await makeFolder(folder);
  await writeWhole(choiceFile(folder), Buffer.from(`${JSON.stringify(choice)}\n`));
}

import { requireAttireHeads } from '../detectors/attire/attire-heads.ts';
import { readPackMeasurement } from '../detectors/match/pack-measurement.ts';
import { readEmbedderModel } from '../detectors/match/read-embedder-model.ts';
import { likelihoodFile } from '../detectors/text/create-text-detector.ts';
import { cardHeadFile } from '../detectors/text/find-cards.ts';
import { readTwoLayers } from '../detectors/text/read-two-layers.ts';
import { findPackFor, requireWhole } from '../inference/packs/open-pack.ts';
import { readPacksInUse } from '../inference/packs/pack-choice.ts';
import { AppError } from '../lib/app-error.ts';
import { checkModels } from './check-models.ts';

/**
 * Looks, before anything is served, whether every shipped file and every pack in use is there and whole, and whether a
 * matching pack's errors are known: else each photo would say so, one after the other, and nobody would see it at the start.
 * Throws `model-missing`, `model-altered`, `measurement-missing` or `measurement-refused`, naming the file or the pack.
 */
export async function requireSoundModels(packsFolder: string, shippedFolder?: string): Promise<void> {
  for (const { state, file } of await checkModels(shippedFolder)) {
    if (state !== 'intact') throw new AppError(`model-${state}`, { detail: file });
  }
  await requireTrained(shippedFolder);
  const packs = readPacksInUse(packsFolder);
  for (const job of ['detection', 'matching'] as const) {
    const pack = findPackFor(job, packs);
    if (pack === undefined) continue;
    await requireWhole(pack, packsFolder);
    if (job === 'matching') readPackMeasurement(packs.measurement, pack, await readEmbedderModel());
  }
}

/** What was fitted in this project bears its own checksums. */
async function requireTrained(folder?: string): Promise<void> {
  await requireAttireHeads(folder);
  for (const file of [likelihoodFile, cardHeadFile]) await readTwoLayers(file, folder);
}

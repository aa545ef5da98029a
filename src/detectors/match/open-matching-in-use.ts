import { createHash } from 'node:crypto';
import { findPackFor, openPack } from '../../inference/packs/open-pack.ts';
import { modelPacks, type ModelPack } from '../../inference/packs/model-packs.ts';
import type { PacksInUse } from '../../inference/packs/pack-choice.ts';
import { weightsVersion } from '../../inference/weights-version.ts';
import { netsWithPack, type LikenessModel } from './likeness-model.ts';
import { openMatchingPack, type MatchingPack } from './open-matching-pack.ts';
import { readPackMeasurement, type PackMeasurement } from './pack-measurement.ts';
import { readEmbedderModel } from './read-embedder-model.ts';

/** A matching pack that can compare: its net, and what was measured of it. */
export interface MatchingInUse {
  readonly pack: MatchingPack;
  readonly likeness: LikenessModel;
  readonly measured: PackMeasurement;
}

/** The matching pack that is in use, loaded; undefined when it is the shipped nets alone. Throws as `openMeasured` does. */
export async function openMatchingInUse(
  packs: PacksInUse | undefined,
  known: readonly ModelPack[] = modelPacks,
): Promise<MatchingInUse | undefined> {
  const pack = findPackFor('matching', packs, known);
  return pack === undefined || packs === undefined ? undefined : openMeasured(pack, packs.folder, packs.measurement);
}

/**
 * Loads a matching pack with the text of what was measured of it. Throws `model-missing` and `model-altered` for its file,
 * `measurement-missing` and `measurement-refused` for what was measured.
 */
export async function openMeasured(pack: ModelPack, folder: string, text: string | null): Promise<MatchingInUse> {
  const net = await openMatchingPack(pack, await openPack(pack, folder));
  try {
    const measured = readPackMeasurement(text, pack, await readEmbedderModel());
    const { weights, words, scales, errors } = measured;
    const likeness: LikenessModel = {
      name: weightsVersion(createHash('sha256').update(JSON.stringify(measured)).digest('hex')),
      nets: netsWithPack(weights),
      measured: { words, scales, errors },
      // How far a mirror image moves the likenesses of a pack was not measured: every face is looked at again.
      clearBelow: 0,
    };
    return { pack: net, likeness, measured };
  } catch (error) {
    await net.release();
    throw error;
  }
}

import { findPackFor, openPack } from '../../inference/packs/open-pack.ts';
import { modelPacks, type ModelPack } from '../../inference/packs/model-packs.ts';
import { netsWithPack, type LikenessModel } from './likeness-model.ts';
import { openMatchingPack, type MatchingPack } from './open-matching-pack.ts';
import { measurementFile, readPackMeasurement } from './pack-measurement.ts';
import { readEmbedderModel } from './read-embedder-model.ts';

/** A matching pack that can compare: its net, and what was measured of it. */
export interface MatchingInUse {
  readonly pack: MatchingPack;
  readonly likeness: LikenessModel;
}

/** The matching pack that is in use, loaded; undefined when it is the shipped nets alone. Throws as `openMeasured` does. */
export async function openMatchingInUse(
  folder: string | undefined,
  packs: readonly ModelPack[] = modelPacks,
): Promise<MatchingInUse | undefined> {
  const pack = await findPackFor('matching', folder, packs);
  return pack === undefined || folder === undefined ? undefined : openMeasured(pack, folder);
}

/**
 * Loads a matching pack with what was measured of it. Throws `model-missing` and `model-altered` for its file,
 * `measurement-missing` and `measurement-refused` for what was measured.
 */
export async function openMeasured(
  pack: ModelPack,
  folder: string,
  measurement: string = measurementFile(folder, pack),
): Promise<MatchingInUse> {
  const net = await openMatchingPack(pack, await openPack(pack, folder));
  const { weight, ...measured } = await readPackMeasurement(measurement, pack, await readEmbedderModel());
  // How far a mirror image moves the likenesses of a pack was not measured: every face is looked at again.
  return { pack: net, likeness: { nets: netsWithPack(weight), measured, clearBelow: 0 } };
}

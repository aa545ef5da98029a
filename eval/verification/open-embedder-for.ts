import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openFaceEmbedder, type FaceEmbedder } from '../../src/detectors/match/open-face-embedder.ts';
import { openMatchingPack } from '../../src/detectors/match/open-matching-pack.ts';
import { openMeasured } from '../../src/detectors/match/open-matching-in-use.ts';
import { modelPacks, type ModelPack } from '../../src/inference/packs/model-packs.ts';
import { openPack } from '../../src/inference/packs/open-pack.ts';

/** The matching pack whose file that is, known by its SHA-256; its `file` is the one that was named. */
export async function matchingPackOf(file: string, packs: readonly ModelPack[] = modelPacks): Promise<ModelPack> {
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  const pack = packs.find((one) => one.job === 'matching' && one.sha256 === sha256);
  if (pack === undefined) throw new Error(`${file} is the file of no matching pack: its SHA-256 is ${sha256}`);
  return { ...pack, file: path.basename(file) };
}

/**
 * What describes faces in an evaluation: the shipped nets, or with `pack`, the file of a matching pack, that net beside
 * them. `measured` is what was measured of it; without it likenesses are on no scale.
 */
export async function openEmbedderFor({
  pack: file,
  measured,
}: Readonly<Record<string, string | undefined>>): Promise<FaceEmbedder> {
  if (file === undefined) return openFaceEmbedder();
  const [pack, folder] = [await matchingPackOf(file), path.dirname(path.resolve(file))];
  if (measured === undefined) return openFaceEmbedder(await openMatchingPack(pack, await openPack(pack, folder)));
  const { pack: net, likeness } = await openMeasured(pack, folder, await readFile(measured, 'utf8'));
  return openFaceEmbedder(net, likeness);
}

import { openPackFor } from '../../inference/packs/open-pack.ts';
import type { PacksInUse } from '../../inference/packs/pack-choice.ts';
import type { Model } from '../../inference/open-model.ts';
import type { FaceNet } from './face-net.ts';
import type { OperatingPoint } from './least-probability.ts';
import { openFaceBoxes } from './open-faceboxes.ts';
import { openUltraFace } from './open-ultraface.ts';
import { createYuNet } from './open-yunet.ts';

/** The nets that look for faces, loaded, in the order in which the evidence names them. */
export interface FaceNets {
  readonly ultraface: FaceNet;
  /** Not for `quick`. */
  readonly faceboxes: FaceNet | undefined;
  /** Only where the school added the pack and uses it. */
  readonly yunet: FaceNet | undefined;
}

/** Loads the nets of an operating point. Throws `model-missing` or `model-altered`. */
export async function openFaceNets({
  operatingPoint,
  packs,
  pack,
}: {
  readonly operatingPoint: OperatingPoint;
  readonly packs?: PacksInUse | undefined;
  readonly pack?: Model | undefined;
}): Promise<FaceNets> {
  const [ultraface, faceboxes, added] = await Promise.all([
    openUltraFace(),
    operatingPoint === 'careful' ? openFaceBoxes() : undefined,
    pack ?? openPackFor('detection', packs),
  ]);
  return { ultraface, faceboxes, yunet: added === undefined ? undefined : createYuNet(added) };
}

import { ort } from '../../inference/onnx-runtime.ts';
import type { Model } from '../../inference/open-model.ts';
import type { ModelPack } from '../../inference/packs/model-packs.ts';
import { weightsVersion } from '../../inference/weights-version.ts';
import { AppError } from '../../lib/app-error.ts';
import { arcFacePlaces } from '../faces/align-face.ts';
import type { PixelScaling } from '../faces/sample-patch.ts';
import type { FaceReader } from './face-reader.ts';

/** A matching pack's net, loaded. */
export interface MatchingPack {
  /** Names it in templates: the pack and its weights. */
  readonly name: string;
  readonly reader: FaceReader;
  release(): Promise<void>;
}

/** How a pack's net reads a face cut out at the five ArcFace places, in red, green and blue; how many numbers it gives. */
interface MatchingNet {
  readonly scaling: PixelScaling;
  readonly length: number;
}

/** By the id of the pack, as their publishers run them. */
const matchingNets: Readonly<Record<string, MatchingNet>> = {
  // OpenCV's FaceRecognizerSF hands over plain values of 0 to 255.
  'sface-2021dec': { scaling: { mean: [0, 0, 0], scale: [1, 1, 1], fill: 0 }, length: 128 },
  // InsightFace's ArcFace nets read -1 to 1.
  'auraface-v1': {
    scaling: { mean: [127.5, 127.5, 127.5], scale: [1 / 127.5, 1 / 127.5, 1 / 127.5], fill: 0 },
    length: 512,
  },
};

/** The name a pack has in templates and evidence. */
export const matchingPackName = ({ id, sha256 }: Pick<ModelPack, 'id' | 'sha256'>): string =>
  `${id}@${weightsVersion(sha256)}`;

/**
 * Makes a loaded pack describe faces, and has it describe an empty one. Throws `model-altered` when the net is not of the
 * shape on record, and a RangeError for a pack that is not for matching.
 */
export async function openMatchingPack(pack: ModelPack, model: Model): Promise<MatchingPack> {
  const net = matchingNets[pack.id];
  if (net === undefined) throw new RangeError(`${pack.id} is no pack for matching`);
  const { sidePx } = arcFacePlaces;
  const describe = async (planes: Float32Array): Promise<Float32Array> => {
    const face = new ort.Tensor('float32', planes, [1, 3, sidePx, sidePx]);
    const output = await model.run({ [model.inputs[0]!]: face });
    return output[model.outputs[0]!]!.data as Float32Array;
  };
  const empty = await describe(new Float32Array(3 * sidePx * sidePx)).catch(async (cause: unknown) => {
    await model.release();
    throw new AppError('model-altered', { cause, detail: `${pack.id} does not read faces of ${sidePx} pixels` });
  });
  if (empty.length !== net.length) {
    await model.release();
    throw new AppError('model-altered', { detail: `${pack.id} gives ${empty.length} numbers, not ${net.length}` });
  }
  const reader = { places: arcFacePlaces, scaling: net.scaling, describe };
  return { name: matchingPackName(pack), reader, release: () => model.release() };
}

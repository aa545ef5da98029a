import { ort } from '../../inference/onnx-runtime.ts';
import { openModel } from '../../inference/open-model.ts';
import type { FaceLandmarks } from '../../policy/words/evidence.ts';
import type { DecodedPhoto } from '../detector.ts';
import { arcFacePlaces, dlibPlaces } from '../faces/align-face.ts';
import { interleave } from '../faces/interleave.ts';
import { dotProduct, toUnit } from './compare-vectors.ts';
import { readFace, type FaceReader } from './face-reader.ts';
import { shippedLikeness, type LikenessModel } from './likeness-model.ts';
import type { MatchingPack } from './open-matching-pack.ts';
import { readEmbedderModel } from './read-embedder-model.ts';

/** What the nets say of one face. Unit vectors, compared by dot product. */
export interface FaceVectors {
  /** 512 numbers of `fr_feature`. */
  readonly feature: Float32Array;
  /** 128 numbers of face-api's descriptor. */
  readonly descriptor: Float32Array;
  /** Of a matching pack's net, where one is in use. */
  readonly added?: Float32Array;
  /** Length of the feature before it was made a unit vector: short when the net saw little of a face. */
  readonly strength: number;
}

/** The nets that describe faces, loaded once and used with any gallery. */
export interface FaceEmbedder {
  /** Names the files of all its nets; vectors of different models are never compared. */
  readonly model: string;
  /** How its vectors are joined and read. */
  readonly likeness: LikenessModel;
  embed(photo: DecodedPhoto, landmarks: FaceLandmarks): Promise<FaceVectors>;
  /** The same face at half the work, to be looked at again only where that may matter. */
  glance(photo: DecodedPhoto, landmarks: FaceLandmarks): Promise<FaceGlance>;
}

/** A face seen once, and how to add what its mirror image says. */
export interface FaceGlance {
  readonly vectors: FaceVectors;
  /** What `embed` would have given. */
  complete(): Promise<FaceVectors>;
}

/**
 * Loads `fr_feature` and `faceapi_descriptor`. With a pack its net describes faces, too; what was measured of it says how
 * likenesses are read. Throws `model-missing` or `model-altered`.
 */
export async function openFaceEmbedder(
  pack?: MatchingPack,
  likeness: LikenessModel = shippedLikeness,
): Promise<FaceEmbedder> {
  const [feature, descriptor, model] = await Promise.all([
    openFeature(),
    openDescriptor(),
    readEmbedderModel(pack?.name),
  ]);
  const glance = async (photo: DecodedPhoto, landmarks: FaceLandmarks): Promise<FaceGlance> => {
    const [first, second] = [await readFace(feature, photo, landmarks), await readFace(descriptor, photo, landmarks)];
    const third = pack === undefined ? undefined : await readFace(pack.reader, photo, landmarks);
    return {
      vectors: join(first.first, second.first, third?.first, lengthOf(first.first)),
      complete: async () => {
        const sum = await first.complete();
        return join(sum, await second.complete(), await third?.complete(), lengthOf(sum) / 2);
      },
    };
  };
  return {
    model,
    likeness,
    embed: async (photo, landmarks) => (await glance(photo, landmarks)).complete(),
    glance,
  };
}

async function openFeature(): Promise<FaceReader> {
  const net = await openModel('fr_feature');
  const { sidePx } = arcFacePlaces;
  return {
    places: arcFacePlaces,
    scaling: { mean: [127, 127, 127], scale: [1 / 128, 1 / 128, 1 / 128], fill: 127 },
    describe: async (planes) => {
      const input = new ort.Tensor('float32', planes, [1, 3, sidePx, sidePx]);
      return (await net.run({ input })).output!.data as Float32Array;
    },
  };
}

async function openDescriptor(): Promise<FaceReader> {
  const net = await openModel('faceapi_descriptor');
  const { sidePx } = dlibPlaces;
  return {
    places: dlibPlaces,
    scaling: { mean: [0, 0, 0], scale: [1, 1, 1], fill: 0 },
    describe: async (planes) => {
      const face = new ort.Tensor('float32', interleave(planes), [1, sidePx, sidePx, 3]);
      return (await net.run({ face })).descriptor!.data as Float32Array;
    },
  };
}

function join(
  feature: Float32Array,
  descriptor: Float32Array,
  added: Float32Array | undefined,
  strength: number,
): FaceVectors {
  const vectors = { feature: toUnit(feature), descriptor: toUnit(descriptor), strength };
  return added === undefined ? vectors : { ...vectors, added: toUnit(added) };
}

function lengthOf(vector: Float32Array): number {
  return Math.sqrt(dotProduct(vector, vector));
}

import ort from 'onnxruntime-node';
import { openModel } from '../../inference/open-model.ts';
import type { FaceLandmarks } from '../../policy/words/evidence.ts';
import type { DecodedPhoto } from '../detector.ts';
import { alignFace, arcFacePlaces, dlibPlaces, type CropPlaces } from '../faces/align-face.ts';
import { interleave } from '../faces/interleave.ts';
import { rescaled } from '../faces/patch-transform.ts';
import { pickRaster } from '../faces/pick-raster.ts';
import { samplePatch, type PixelScaling } from '../faces/sample-patch.ts';
import { dotProduct, sumOf, toUnit } from './compare-vectors.ts';
import { readEmbedderModel } from './read-embedder-model.ts';

/** What two nets say of one face. Unit vectors, compared by dot product. */
export interface FaceVectors {
  /** 512 numbers of `fr_feature`. */
  readonly feature: Float32Array;
  /** 128 numbers of face-api's descriptor. */
  readonly descriptor: Float32Array;
  /** Length of the feature before it was made a unit vector: short when the net saw little of a face. */
  readonly strength: number;
}

/** The nets that describe faces, loaded once and used with any gallery. */
export interface FaceEmbedder {
  /** Names the files of both nets; vectors of different models are never compared. */
  readonly model: string;
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

const featureScaling: PixelScaling = { mean: [127, 127, 127], scale: [1 / 128, 1 / 128, 1 / 128], fill: 127 };
const descriptorScaling: PixelScaling = { mean: [0, 0, 0], scale: [1, 1, 1], fill: 0 };

/** Loads `fr_feature` and `faceapi_descriptor`. Throws `model-missing` or `model-altered`. */
export async function openFaceEmbedder(): Promise<FaceEmbedder> {
  const nets = [openModel('fr_feature'), openModel('faceapi_descriptor')] as const;
  const [feature, descriptor, model] = await Promise.all([...nets, readEmbedderModel()]);
  const describe = async (planes: Float32Array) => {
    const input = new ort.Tensor('float32', planes, [1, 3, arcFacePlaces.sidePx, arcFacePlaces.sidePx]);
    return (await feature.run({ input })).output!.data as Float32Array;
  };
  const describeAgain = async (planes: Float32Array) => {
    const face = new ort.Tensor('float32', interleave(planes), [1, dlibPlaces.sidePx, dlibPlaces.sidePx, 3]);
    return (await descriptor.run({ face })).descriptor!.data as Float32Array;
  };
  const glance = async (photo: DecodedPhoto, landmarks: FaceLandmarks): Promise<FaceGlance> => {
    const crop = await readCrop(photo, landmarks, arcFacePlaces, featureScaling);
    const chip = await readCrop(photo, landmarks, dlibPlaces, descriptorScaling);
    const [first, second] = [await describe(crop), await describeAgain(chip)];
    return {
      vectors: { feature: toUnit(first), descriptor: toUnit(second), strength: lengthOf(first) },
      complete: async () => {
        const sum = sumOf([first, await describe(mirrored(crop, arcFacePlaces.sidePx))]);
        const other = sumOf([second, await describeAgain(mirrored(chip, dlibPlaces.sidePx))]);
        return { feature: toUnit(sum), descriptor: toUnit(other), strength: lengthOf(sum) / 2 };
      },
    };
  };
  return {
    model,
    embed: async (photo, landmarks) => (await glance(photo, landmarks)).complete(),
    glance,
  };
}

async function readCrop(photo: DecodedPhoto, landmarks: FaceLandmarks, places: CropPlaces, scaling: PixelScaling) {
  const window = alignFace(landmarks, places);
  const { raster, factor } = await pickRaster(photo, 1 / Math.hypot(window.a, window.c));
  return samplePatch(raster, rescaled(window, factor), { width: places.sidePx, height: places.sidePx }, scaling);
}

/** The planes seen in a mirror. */
export function mirrored(planes: Float32Array, side: number): Float32Array {
  const out = new Float32Array(planes.length);
  for (let at = 0; at < planes.length; at++) {
    const column = at % side;
    out[at] = planes[at - column + side - 1 - column]!;
  }
  return out;
}

function lengthOf(vector: Float32Array): number {
  return Math.sqrt(dotProduct(vector, vector));
}

import { ort } from '../../inference/onnx-runtime.ts';
import { modelsFolder } from '../../inference/manifest.ts';
import { openModel } from '../../inference/open-model.ts';
import type { DecodedPhoto } from '../detector.ts';
import { cutPatch, patchSidePx } from './cut-patch.ts';
import { lighten } from './lighten.ts';

/** What the two scene nets say about one square. */
export interface SceneReading {
  /** 1,792 numbers of the wide net, then 1,280 of the net with the heads; 0 to 6. */
  readonly features: Float32Array;
  /** Probabilities: drawing, hentai, neutral, porn, sexy. */
  readonly classes: Float32Array;
}

export interface SceneEmbedder {
  /** Names the exact weights. */
  readonly version: string;
  /** Reads squares of `patchSidePx`, interleaved RGB, all in one go. */
  read(patches: readonly Uint8Array[]): Promise<SceneReading[]>;
  /** Reads the whole photo, lightened when dark, stretched to a square: once per photo, however many detectors ask. */
  readWhole(photo: DecodedPhoto): Promise<SceneReading>;
}

/** How many numbers a reading's `features` hold. */
export const featureCount = 1792 + 1280;

/** The copy of a photo from which everything about dress is read. */
export const sceneEdgePx = 1024;

function toTensor(patches: readonly Uint8Array[]): ort.Tensor {
  const values = new Float32Array(patches.length * patchSidePx * patchSidePx * 3);
  patches.forEach((patch, index) => {
    values.set(patch, index * patch.length);
  });
  return new ort.Tensor('float32', values, [patches.length, patchSidePx, patchSidePx, 3]);
}

function rowOf(tensor: ort.Tensor | undefined, row: number): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) throw new TypeError('a scene net gave no numbers');
  const width = tensor.dims[1]!;
  return tensor.data.subarray(row * width, (row + 1) * width);
}

/**
 * The two nets of nsfwjs behind one door. The wide one (MobileNet v2 1.4) knows scenes, the other (1.0) knows bare skin
 * and has sound classes; together they tell dress apart better than either (docs/accuracy-attire.md).
 * Throws `model-missing` or `model-altered`.
 */
export async function openSceneEmbedder(folder: string = modelsFolder): Promise<SceneEmbedder> {
  const [wide, heads] = await Promise.all([
    openModel('nsfw_mobilenetv2', folder),
    openModel('nsfw_mobilenetv2_heads', folder),
  ]);
  const wholes = new WeakMap<DecodedPhoto, Promise<SceneReading>>();

  async function read(patches: readonly Uint8Array[]): Promise<SceneReading[]> {
    if (patches.length === 0) return [];
    const image = toTensor(patches);
    const scene = await wide.run({ image });
    const dress = await heads.run({ image });
    return patches.map((_, row) => ({
      features: Float32Array.from([...rowOf(scene['features'], row), ...rowOf(dress['features'], row)]),
      classes: Float32Array.from(rowOf(dress['classes'], row)),
    }));
  }

  async function readOnce(photo: DecodedPhoto): Promise<SceneReading> {
    const copy = lighten(await photo.scaled(sceneEdgePx));
    const [reading] = await read([await cutPatch(copy, { x: 0, y: 0, width: copy.width, height: copy.height })]);
    return reading!;
  }

  return {
    version: `${wide.version}-${heads.version}`,
    read,
    readWhole(photo) {
      const reading = wholes.get(photo) ?? readOnce(photo);
      wholes.set(photo, reading);
      return reading;
    },
  };
}

import ort from 'onnxruntime-node';
import type { Raster } from '../../lib/raster.ts';
import { openModel } from '../../inference/open-model.ts';
import { interleave } from './interleave.ts';
import type { Candidate } from './open-ultraface.ts';
import { toPhoto, type PatchTransform } from './patch-transform.ts';
import { samplePatch, type PixelScaling } from './sample-patch.ts';

/** face-api's SSD MobileNet v1: slower than UltraFace, with few false boxes; misses faces that fill its window. */
export interface Ssd {
  readonly version: string;
  /** Looks at one 512 x 512 window; boxes come back in the raster's pixels, unsorted and overlapping. */
  detect(raster: Raster, window: PatchTransform, leastScore: number): Promise<Candidate[]>;
}

/** The size of the net's window. */
export const ssdWindow = { width: 512, height: 512 } as const;

const scaling: PixelScaling = { mean: [0, 0, 0], scale: [1, 1, 1], fill: 0 };

/** Loads the net. Throws `model-missing` or `model-altered`. */
export async function openSsd(): Promise<Ssd> {
  const model = await openModel('faceapi_ssd');
  const { width, height } = ssdWindow;
  return {
    version: model.version,
    detect: async (raster, window, leastScore) => {
      const pixels = interleave(samplePatch(raster, window, ssdWindow, scaling));
      const image = new ort.Tensor('float32', pixels, [1, height, width, 3]);
      const { scores, boxes } = await model.run({ image });
      return readBoxes(scores!.data as Float32Array, boxes!.data as Float32Array, window, leastScore);
    },
  };
}

/** Corners left, top, right, bottom as shares of the window. */
function readBoxes(scores: Float32Array, corners: Float32Array, window: PatchTransform, leastScore: number) {
  const found: Candidate[] = [];
  for (const [row, score] of scores.entries()) {
    if (!(score >= leastScore)) continue;
    const corner = (at: number) =>
      toPhoto(window, {
        x: corners[row * 4 + at]! * ssdWindow.width,
        y: corners[row * 4 + at + 1]! * ssdWindow.height,
      });
    const [first, second] = [corner(0), corner(2)];
    const [x, y] = [Math.min(first.x, second.x), Math.min(first.y, second.y)];
    found.push({ box: { x, y, width: Math.abs(first.x - second.x), height: Math.abs(first.y - second.y) }, score });
  }
  return found;
}

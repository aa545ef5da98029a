import ort from 'onnxruntime-node';
import type { Box } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';
import { openModel } from '../../inference/open-model.ts';
import { toPhoto, type PatchTransform } from './patch-transform.ts';
import { samplePatch, type PixelScaling } from './sample-patch.ts';

/** One raw box of one net, in the pixels the transform maps to. `score` is the net's own, 0 to 1. */
export interface Candidate {
  readonly box: Box;
  readonly score: number;
}

/** UltraFace RFB-320: small, quick, good at small faces and at faces that fill the frame. */
export interface UltraFace {
  readonly version: string;
  /** Looks at one 320 x 240 window; boxes come back in the raster's pixels, unsorted and overlapping. */
  detect(raster: Raster, window: PatchTransform, leastScore: number): Promise<Candidate[]>;
}

/** The size of the net's window. */
export const ultraFaceWindow = { width: 320, height: 240 } as const;

const scaling: PixelScaling = { mean: [127, 127, 127], scale: [1 / 128, 1 / 128, 1 / 128], fill: 127 };

/** Loads the net. Throws `model-missing` or `model-altered`. */
export async function openUltraFace(): Promise<UltraFace> {
  const model = await openModel('fr_detect');
  const { width, height } = ultraFaceWindow;
  return {
    version: model.version,
    detect: async (raster, window, leastScore) => {
      const input = new ort.Tensor('float32', samplePatch(raster, window, ultraFaceWindow, scaling), [
        1,
        3,
        height,
        width,
      ]);
      const { scores, boxes } = await model.run({ input });
      return readBoxes(scores!.data as Float32Array, boxes!.data as Float32Array, window, leastScore);
    },
  };
}

/** Rows of (background, face) and of corners as shares of the window; the box of a turned window is its upright hull. */
function readBoxes(scores: Float32Array, corners: Float32Array, window: PatchTransform, leastScore: number) {
  const found: Candidate[] = [];
  for (let row = 0; row * 2 < scores.length; row++) {
    const score = scores[row * 2 + 1]!;
    if (!(score >= leastScore)) continue;
    const first = toPhoto(window, {
      x: corners[row * 4]! * ultraFaceWindow.width,
      y: corners[row * 4 + 1]! * ultraFaceWindow.height,
    });
    const second = toPhoto(window, {
      x: corners[row * 4 + 2]! * ultraFaceWindow.width,
      y: corners[row * 4 + 3]! * ultraFaceWindow.height,
    });
    const [x, y] = [Math.min(first.x, second.x), Math.min(first.y, second.y)];
    found.push({ box: { x, y, width: Math.abs(first.x - second.x), height: Math.abs(first.y - second.y) }, score });
  }
  return found;
}

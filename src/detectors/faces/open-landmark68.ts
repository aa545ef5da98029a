import { ort } from '../../inference/onnx-runtime.ts';
import { openModel } from '../../inference/open-model.ts';
import { interleave } from './interleave.ts';
import type { LandmarkNet } from './open-landmark-net.ts';
import { patchAround, rescaled, toPhoto } from './patch-transform.ts';
import { pickRaster } from './pick-raster.ts';
import { samplePatch, type PixelScaling } from './sample-patch.ts';

const side = 112;
const size = { width: side, height: side };
const scaling: PixelScaling = { mean: [0, 0, 0], scale: [1, 1, 1], fill: 0 };

/** Loads face-api's 68-point net. Throws `model-missing` or `model-altered`. */
export async function openLandmark68(): Promise<LandmarkNet> {
  const model = await openModel('faceapi_landmark68');
  return {
    version: model.version,
    locate: async (photo, box, angle = 0) => {
      const longest = Math.max(box.width, box.height);
      const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const window = patchAround(centre, size, longest / side, angle);
      const { raster, factor } = await pickRaster(photo, side / longest);
      const pixels = interleave(samplePatch(raster, rescaled(window, factor), size, scaling));
      const { points } = await model.run({ face: new ort.Tensor('float32', pixels, [1, side, side, 3]) });
      const shares = points!.data as Float32Array;
      return Array.from({ length: 68 }, (_, at) =>
        toPhoto(window, { x: shares[at * 2]! * side, y: shares[at * 2 + 1]! * side }),
      );
    },
  };
}

import { ort } from '../../inference/onnx-runtime.ts';
import type { Box, Point } from '../../lib/geometry.ts';
import { openModel } from '../../inference/open-model.ts';
import { patchAround, rescaled, toPhoto, type PatchTransform } from './patch-transform.ts';
import { pickRaster } from './pick-raster.ts';
import { samplePatch, type PixelScaling } from './sample-patch.ts';
import type { DecodedPhoto } from '../detector.ts';

/** Finds the 68 points of the usual face annotation: jaw 0-16, brows 17-26, nose 27-35, eyes 36-47, mouth 48-67. */
export interface LandmarkNet {
  readonly version: string;
  /** Points in photo pixels. `angle` is how far the head is turned clockwise, in radians. */
  locate(photo: DecodedPhoto, box: Box, angle?: number): Promise<Point[]>;
}

const side = 64;
const size = { width: side, height: side };
const scaling: PixelScaling = { mean: [0, 0, 0], scale: [0.299 / 256, 0.587 / 256, 0.114 / 256], fill: 0 };

/** Loads `fr_landmark`. Throws `model-missing` or `model-altered`. */
export async function openLandmarkNet(): Promise<LandmarkNet> {
  const model = await openModel('fr_landmark');
  return {
    version: model.version,
    locate: async (photo, box, angle = 0) => {
      const window = stretchOver(box, angle);
      const longest = Math.max(box.width, box.height);
      const { raster, factor } = await pickRaster(photo, side / longest);
      const planes = samplePatch(raster, rescaled(window, factor), size, scaling);
      const grey = new Float32Array(side * side);
      for (let at = 0; at < grey.length; at++) {
        grey[at] = planes[at]! + planes[at + grey.length]! + planes[at + 2 * grey.length]!;
      }
      const { output } = await model.run({ input: new ort.Tensor('float32', grey, [1, 1, side, side]) });
      const shares = output!.data as Float32Array;
      return Array.from({ length: 68 }, (_, at) =>
        toPhoto(window, { x: shares[at * 2]! * side, y: shares[at * 2 + 1]! * side }),
      );
    },
  };
}

/**
 * The whole box on the net's square input, each side stretched on its own, as the net was made for. What lies across a
 * head on its side is the height of the box.
 */
function stretchOver(box: Box, angle: number): PatchTransform {
  const unit = patchAround({ x: 0, y: 0 }, size, 1, angle);
  const [cosine, sine] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const across = (cosine * box.width + sine * box.height) / side;
  const down = (sine * box.width + cosine * box.height) / side;
  const { a, b, c, d } = { a: unit.a * across, b: unit.b * down, c: unit.c * across, d: unit.d * down };
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return { a, b, c, d, tx: x - ((a + b) * side) / 2, ty: y - ((c + d) * side) / 2 };
}

import { ort } from '../../inference/onnx-runtime.ts';
import type { Model } from '../../inference/open-model.ts';
import type { Candidate } from './candidate.ts';
import type { FaceNet } from './face-net.ts';
import { createLayout } from './create-layout.ts';
import type { PixelScaling } from './sample-patch.ts';

const scaling: PixelScaling = { mean: [0, 0, 0], scale: [1, 1, 1], fill: 0 };
const strides = [8, 16, 32] as const;
/** Sides must be multiples of this. */
const stepPx = 32;

/**
 * YuNet, from a pack the school added. Input `input` [1, 3, H, W] BGR 0-255; for each stride `cls`, `obj` and `bbox`.
 */
export function createYuNet(model: Model): FaceNet {
  const layout = createLayout(stepPx, scaling);
  return {
    version: model.version,
    detect: (raster, { zoom, leastScore }) =>
      layout(raster, { zoom }, async ({ planes, width, height, toRaster }) => {
        const input = new ort.Tensor('float32', blueFirst(planes), [1, 3, height, width]);
        const output = await model.run({ input });
        return strides.flatMap((stride) => {
          const [cls, obj, bbox] = ['cls', 'obj', 'bbox'].map(
            (name) => output[`${name}_${stride}`]!.data as Float32Array,
          ) as [Float32Array, Float32Array, Float32Array];
          return readCells({ cls, obj, bbox }, stride, width / stride, leastScore).map(({ box, score }) => ({
            box: toRaster(box),
            score,
          }));
        });
      }),
  };
}

function blueFirst(planes: Float32Array): Float32Array {
  const plane = planes.length / 3;
  const out = new Float32Array(planes.length);
  for (const channel of [0, 1, 2])
    out.set(planes.subarray((2 - channel) * plane, (3 - channel) * plane), channel * plane);
  return out;
}

interface Cells {
  readonly cls: Float32Array;
  readonly obj: Float32Array;
  readonly bbox: Float32Array;
}

/** One cell, one box: its centre moved by shares of the cell, its size as a power of e in cells. */
function readCells({ cls, obj, bbox }: Cells, stride: number, columns: number, leastScore: number): Candidate[] {
  const found: Candidate[] = [];
  for (let cell = 0; cell < cls.length; cell++) {
    const score = Math.sqrt(share(cls[cell]!) * share(obj[cell]!));
    if (!(score >= leastScore)) continue;
    const [x, y, width, height] = [bbox[cell * 4]!, bbox[cell * 4 + 1]!, bbox[cell * 4 + 2]!, bbox[cell * 4 + 3]!];
    const size = { width: Math.exp(width) * stride, height: Math.exp(height) * stride };
    const centre = { x: ((cell % columns) + x) * stride, y: (Math.floor(cell / columns) + y) * stride };
    found.push({ box: { x: centre.x - size.width / 2, y: centre.y - size.height / 2, ...size }, score });
  }
  return found;
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}

import ort from 'onnxruntime-node';
import type { Raster } from '../../lib/raster.ts';
import type { Model } from '../../inference/open-model.ts';
import type { Candidate } from './open-ultraface.ts';
import { paddedSize } from './padded-size.ts';

/** YuNet, from a pack the school added: one look at a whole photo of any size. */
export interface YuNet {
  readonly version: string;
  /** Boxes in the raster's pixels, unsorted and overlapping. */
  detect(raster: Raster, leastScore: number): Promise<Candidate[]>;
}

const strides = [8, 16, 32] as const;
/** Sides must be multiples of this. */
const step = 32;

/** Wraps the loaded net: input `input` [1, 3, H, W] BGR 0-255; for each stride `cls`, `obj` and `bbox`. */
export function createYuNet(model: Model): YuNet {
  return {
    version: model.version,
    detect: async (raster, leastScore) => {
      const { width, height } = paddedSize(raster, step);
      const input = new ort.Tensor('float32', layPlanes(raster, width, height), [1, 3, height, width]);
      const output = await model.run({ input });
      return strides.flatMap((stride) => {
        const [cls, obj, bbox] = ['cls', 'obj', 'bbox'].map(
          (name) => output[`${name}_${stride}`]!.data as Float32Array,
        ) as [Float32Array, Float32Array, Float32Array];
        return readCells({ cls, obj, bbox }, stride, width / stride, leastScore);
      });
    },
  };
}

/** Blue, green and red planes, black to the right and below. */
function layPlanes({ width, height, data }: Raster, paddedWidth: number, paddedHeight: number): Float32Array {
  const plane = paddedWidth * paddedHeight;
  const planes = new Float32Array(3 * plane);
  for (let row = 0, from = 0; row < height; row++) {
    for (let to = row * paddedWidth; to < row * paddedWidth + width; to++, from += 3) {
      planes[to + 2 * plane] = data[from]!;
      planes[to + plane] = data[from + 1]!;
      planes[to] = data[from + 2]!;
    }
  }
  return planes;
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

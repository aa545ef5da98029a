import { ort } from '../../inference/onnx-runtime.ts';
import { openModel } from '../../inference/open-model.ts';
import { boxOfAnchor } from './box-of-anchor.ts';
import type { Candidate } from './candidate.ts';
import type { FaceNet } from './face-net.ts';
import { createLayout } from './create-layout.ts';
import type { PixelScaling } from './sample-patch.ts';

const scaling: PixelScaling = { mean: [127, 127, 127], scale: [1 / 128, 1 / 128, 1 / 128], fill: 127 };
/** Sides must be multiples of this, so that all but the coarsest layer's cells are whole. */
const stepPx = 32;

/**
 * Squares around the middle of each cell, by layer. The net learned on pictures 240 pixels high, in which the rows of
 * the two coarse layers lie 30 and 60 pixels apart and not 32 and 64; what it learned there is right on average `upPx`
 * higher.
 */
const layers = [
  { stride: 8, sidesPx: [10, 16, 24], upPx: 0 },
  { stride: 16, sidesPx: [32, 48], upPx: 0 },
  { stride: 32, sidesPx: [64, 96], upPx: 8 },
  { stride: 64, sidesPx: [128, 192, 256], upPx: 8 },
] as const;

/** UltraFace RFB-320: small, quick, good at small faces and, behind a border, at faces that fill the frame. */
export async function openUltraFace(): Promise<FaceNet> {
  const model = await openModel('fr_detect');
  const layout = createLayout(stepPx, scaling);
  return {
    version: model.version,
    detect: (raster, { zoom, leastScore, borderPx }) =>
      layout(raster, { zoom, borderPx }, async ({ planes, width, height, toRaster }) => {
        const { scores, shifts } = await model.run({ input: new ort.Tensor('float32', planes, [1, 3, height, width]) });
        const rows = { scores: scores!.data as Float32Array, shifts: shifts!.data as Float32Array };
        return readRows(rows, { width, height }, leastScore).map(({ box, score }) => ({ box: toRaster(box), score }));
      }),
  };
}

/** Rows of (background, face) and of shifts across, down, wide and tall: layer by layer, row by row, cell by cell. */
function readRows(
  { scores, shifts }: { readonly scores: Float32Array; readonly shifts: Float32Array },
  { width, height }: { readonly width: number; readonly height: number },
  leastScore: number,
): Candidate[] {
  const found: Candidate[] = [];
  let first = 0;
  for (const { stride, sidesPx, upPx } of layers) {
    const [columns, rows] = [Math.ceil(width / stride), Math.ceil(height / stride)];
    const end = first + columns * rows * sidesPx.length;
    for (let at = first; at < end; at++) {
      const score = scores[at * 2 + 1]!;
      if (!(score >= leastScore)) continue;
      const cell = Math.floor((at - first) / sidesPx.length);
      const anchor = {
        x: ((cell % columns) + 0.5) * stride,
        y: (Math.floor(cell / columns) + 0.5) * stride - upPx,
        sidePx: sidesPx[(at - first) % sidesPx.length]!,
      };
      const [across, down, wide, tall] = [
        shifts[at * 4]!,
        shifts[at * 4 + 1]!,
        shifts[at * 4 + 2]!,
        shifts[at * 4 + 3]!,
      ];
      found.push({ box: boxOfAnchor(anchor, { across, down, wide, tall }), score });
    }
    first = end;
  }
  return found;
}

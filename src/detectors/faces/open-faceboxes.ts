import { ort } from '../../inference/onnx-runtime.ts';
import { openModel } from '../../inference/open-model.ts';
import { boxOfAnchor, type Anchor } from './box-of-anchor.ts';
import type { Candidate } from './candidate.ts';
import type { FaceNet } from './face-net.ts';
import { createLayout } from './create-layout.ts';
import type { PixelScaling } from './sample-patch.ts';

const half = 255 / 2;
const scaling: PixelScaling = { mean: [half, half, half], scale: [1 / half, 1 / half, 1 / half], fill: 0 };
/** Sides must be multiples of this. */
const stepPx = 128;

/** `perSide` x `perSide` squares of one size, evenly over a cell of 32 pixels, column by column. */
function spread(sidePx: number, perSide: number, firstPx: number): Anchor[] {
  const places = Array.from({ length: perSide }, (_, at) => firstPx + (at * 32) / perSide);
  return places.flatMap((x) => places.map((y) => ({ x, y, sidePx })));
}

/**
 * The squares that the answers of one cell refer to, from its corner, in their order, by stride (Zhang et al. 2017,
 * densified anchors).
 */
const anchors: ReadonlyMap<number, readonly Anchor[]> = new Map([
  [32, [...spread(32, 4, 4), ...spread(64, 2, 0), ...spread(128, 1, 16)]],
  [64, [{ x: 32, y: 32, sidePx: 256 }]],
  [128, [{ x: 64, y: 64, sidePx: 512 }]],
]);

/**
 * FaceBoxes: good at faces from about 24 pixels of its input up. Throws `model-missing` or `model-altered`.
 */
export async function openFaceBoxes(): Promise<FaceNet> {
  const model = await openModel('faceboxes');
  const layout = createLayout(stepPx, scaling);
  return {
    version: model.version,
    detect: (raster, { zoom, leastScore }) =>
      layout(raster, { zoom }, async ({ planes, width, height, toRaster }) => {
        const output = await model.run({ image: new ort.Tensor('float32', planes, [1, 3, height, width]) });
        return [...anchors].flatMap(([stride, squares]) => {
          const [cls, bbox] = [output[`cls_${stride}`]!.data, output[`bbox_${stride}`]!.data] as Float32Array[];
          return readCells({ cls: cls!, bbox: bbox! }, { stride, columns: width / stride, squares }, leastScore).map(
            ({ box, score }) => ({ box: toRaster(box), score }),
          );
        });
      }),
  };
}

interface Layer {
  readonly stride: number;
  readonly columns: number;
  readonly squares: readonly Anchor[];
}

/** Scores are logits of background and face; shifts come down, across, tall, wide. */
function readCells(
  { cls, bbox }: { readonly cls: Float32Array; readonly bbox: Float32Array },
  { stride, columns, squares }: Layer,
  leastScore: number,
): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at * 2 < cls.length; at++) {
    const score = 1 / (1 + Math.exp(cls[at * 2]! - cls[at * 2 + 1]!));
    if (!(score >= leastScore)) continue;
    const { x, y, sidePx } = squares[at % squares.length]!;
    const cell = Math.floor(at / squares.length);
    const anchor = { x: (cell % columns) * stride + x, y: Math.floor(cell / columns) * stride + y, sidePx };
    const [down, across, tall, wide] = [bbox[at * 4]!, bbox[at * 4 + 1]!, bbox[at * 4 + 2]!, bbox[at * 4 + 3]!];
    found.push({ box: boxOfAnchor(anchor, { across, down, wide, tall }), score });
  }
  return found;
}

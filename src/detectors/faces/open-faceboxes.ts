import ort from 'onnxruntime-node';
import type { Raster } from '../../lib/raster.ts';
import { openModel } from '../../inference/open-model.ts';
import type { Candidate } from './open-ultraface.ts';
import { paddedSize } from './padded-size.ts';
import { samplePatch, type PixelScaling } from './sample-patch.ts';

/** FaceBoxes: one look at a whole photo of any size; good at faces from about 24 pixels of its input up. */
export interface FaceBoxes {
  readonly version: string;
  /** Looks at the raster enlarged by `zoom`; boxes come back in the raster's pixels, unsorted and overlapping. */
  detect(raster: Raster, zoom: number, leastScore: number): Promise<Candidate[]>;
}

interface Anchor {
  /** Centre in pixels from the cell's corner, and the square's side. */
  readonly x: number;
  readonly y: number;
  readonly sidePx: number;
}

const scaling: PixelScaling = { mean: [0, 0, 0], scale: [1, 1, 1], fill: 0 };
/** Sides must be multiples of this. */
const step = 128;

/** `perSide` x `perSide` squares of one size, evenly over a cell of 32 pixels, column by column. */
function spread(sidePx: number, perSide: number, firstPx: number): Anchor[] {
  const places = Array.from({ length: perSide }, (_, at) => firstPx + (at * 32) / perSide);
  return places.flatMap((x) => places.map((y) => ({ x, y, sidePx })));
}

/** The squares that the answers of one cell refer to, in their order, by stride (Zhang et al. 2017, densified anchors). */
const anchors: ReadonlyMap<number, readonly Anchor[]> = new Map([
  [32, [...spread(32, 4, 4), ...spread(64, 2, 0), ...spread(128, 1, 16)]],
  [64, [{ x: 32, y: 32, sidePx: 256 }]],
  [128, [{ x: 64, y: 64, sidePx: 512 }]],
]);

/** Loads the net. Throws `model-missing` or `model-altered`. */
export async function openFaceBoxes(): Promise<FaceBoxes> {
  const model = await openModel('faceboxes');
  return {
    version: model.version,
    detect: async (raster, zoom, leastScore) => {
      const { width, height } = paddedSize({ width: raster.width * zoom, height: raster.height * zoom }, step);
      const transform = { a: 1 / zoom, b: 0, c: 0, d: 1 / zoom, tx: 0, ty: 0 };
      const pixels = samplePatch(raster, transform, { width, height }, scaling);
      const output = await model.run({ image: new ort.Tensor('float32', pixels, [1, 3, height, width]) });
      return [...anchors].flatMap(([stride, squares]) => {
        const [cls, bbox] = [output[`cls_${stride}`]!.data, output[`bbox_${stride}`]!.data] as Float32Array[];
        return readCells({ cls: cls!, bbox: bbox! }, { stride, columns: width / stride, squares }, leastScore).map(
          ({ box: { x, y, width: across, height: down }, score }) => ({
            box: { x: x / zoom, y: y / zoom, width: across / zoom, height: down / zoom },
            score,
          }),
        );
      });
    },
  };
}

interface Layer {
  readonly stride: number;
  readonly columns: number;
  readonly squares: readonly Anchor[];
}

/** Scores are logits of background and face; a box is its square, shifted by tenths and stretched by fifths of a power of e. */
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
    const [down, across, tall, wide] = [bbox[at * 4]!, bbox[at * 4 + 1]!, bbox[at * 4 + 2]!, bbox[at * 4 + 3]!];
    const [width, height] = [sidePx * Math.exp(wide / 5), sidePx * Math.exp(tall / 5)];
    const left = (cell % columns) * stride + x + (across / 10) * sidePx - width / 2;
    const top = Math.floor(cell / columns) * stride + y + (down / 10) * sidePx - height / 2;
    found.push({ box: { x: left, y: top, width, height }, score });
  }
  return found;
}

import { ort } from '../../inference/onnx-runtime.ts';
import type { Model } from '../../inference/open-model.ts';
import type { Raster } from '../../lib/raster.ts';
import { fitBend, type BentLine } from './fit-bend.ts';
import { growRectangle } from './grow-rectangle.ts';
import { labelComponents } from './label-components.ts';
import { minimumAreaRectangle } from './minimum-area-rectangle.ts';
import type { RotatedRectangle } from './rotated-rectangle.ts';

/** A line of text as the detection net sees it, in pixels of the picture it was given. */
export interface FoundLine {
  readonly rectangle: RotatedRectangle;
  /** How far the line's ends lie below its middle in the rectangle, in the same pixels; 0 where it is straight. */
  readonly bend: number;
  /** Mean probability of text inside. */
  readonly score: number;
}

// The net was trained with ImageNet's statistics on channels in the order blue, green, red.
const mean = [0.485, 0.456, 0.406].map((value) => value * 255);
const deviation = [0.229, 0.224, 0.225].map((value) => value * 255);

/** The net halves its input five times. */
const stride = 32;
const binaryThreshold = 0.25;
const leastPixels = 6;
const growth = 1.6;

function toTensor(picture: Raster): ort.Tensor {
  const [width, height] = [picture.width, picture.height].map((side) => Math.ceil(side / stride) * stride) as [
    number,
    number,
  ];
  const plane = width * height;
  const values = new Float32Array(3 * plane);
  for (let channel = 0; channel < 3; channel += 1) {
    const scale = 1 / deviation[channel]!;
    const offset = mean[channel]! * scale;
    for (let y = 0; y < picture.height; y += 1) {
      let from = y * picture.width * 3 + (2 - channel);
      let to = channel * plane + y * width;
      for (let x = 0; x < picture.width; x += 1, from += 3, to += 1) {
        values[to] = picture.data[from]! * scale - offset;
      }
    }
  }
  return new ort.Tensor('float32', values, [1, 3, height, width]);
}

/** The net's map of text probability; `width` is the picture's, made up to whole strides. */
export async function textProbability(model: Model, picture: Raster): Promise<{ map: Float32Array; width: number }> {
  const input = toTensor(picture);
  const output = Object.values(await model.run({ x: input }))[0]!;
  return { map: output.data as Float32Array, width: output.dims[3]! };
}

const growStraight = (tight: RotatedRectangle): Omit<FoundLine, 'score'> => ({
  rectangle: growRectangle(tight, growth),
  bend: 0,
});

/** The line grows by its own height, not by its rectangle's, and goes on bending. */
function growBent({ rectangle, bend }: BentLine): Omit<FoundLine, 'score'> {
  const thickness = rectangle.height - Math.abs(bend);
  const grown = growRectangle({ ...rectangle, height: thickness }, growth);
  const grownBend = bend * (grown.width / rectangle.width) ** 2;
  const [cos, sin] = [Math.cos(rectangle.angle), Math.sin(rectangle.angle)];
  // The middle of the line stays where it is, while its ends move on.
  const shift = (grownBend - bend) / 2;
  return {
    rectangle: {
      ...grown,
      centre: { x: grown.centre.x - shift * sin, y: grown.centre.y + shift * cos },
      height: grown.height + Math.abs(grownBend),
    },
    bend: grownBend,
  };
}

/** Lines of text in a picture: differentiable binarisation (Liao et al. 2020), patches, smallest rectangles, growth. */
export async function findLines(model: Model, picture: Raster, leastScore: number): Promise<FoundLine[]> {
  const { map, width } = await textProbability(model, picture);
  const lines: FoundLine[] = [];
  for (const component of labelComponents(map, width, binaryThreshold, leastPixels)) {
    if (component.mean < leastScore) continue;
    const tight = minimumAreaRectangle(component.rim);
    if (Math.min(tight.width, tight.height) < 2) continue;
    const bent = fitBend(
      Array.from(component.cells, (at) => ({ x: (at % width) + 0.5, y: Math.floor(at / width) + 0.5 })),
      tight,
    );
    lines.push({ ...(bent === null ? growStraight(tight) : growBent(bent)), score: component.mean });
  }
  return lines;
}

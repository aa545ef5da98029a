import { ModelWriter } from '../onnx/model-writer.ts';
import { WeightConstants } from '../tfjs/weight-constants.ts';
import { photoPlanes } from './photo-planes.ts';
import { readFaceApiWeights } from './read-face-api-weights.ts';

/** Spatial size and channels of a value, known while building because the input size is fixed. */
interface Sized {
  readonly value: string;
  readonly side: number;
  readonly channels: number;
}

/** The residual blocks in order; those ending in `_down` halve the size. */
const blocks = [
  ...['conv32_1', 'conv32_2', 'conv32_3'],
  ...['conv64_down', 'conv64_1', 'conv64_2', 'conv64_3'],
  ...['conv128_down', 'conv128_1', 'conv128_2'],
  ...['conv256_down', 'conv256_1', 'conv256_2', 'conv256_down_out'],
];

class Layers {
  readonly writer: ModelWriter;
  readonly weights: WeightConstants;

  constructor(writer: ModelWriter, weights: WeightConstants) {
    this.writer = writer;
    this.weights = weights;
  }

  /** Convolution, then a scale and an offset for each channel. Halving ones take no padding, the others keep the size. */
  convolve({ value, side }: Sized, name: string, halve = false): Sized {
    const filters = `${name}/conv/filters`;
    const [kernel, , , channels] = this.weights.stored(filters).shape as [number, number, number, number];
    const attributes = halve ? { strides: [2, 2] } : { auto_pad: 'SAME_UPPER' };
    const inputs = [value, this.weights.filters(filters), this.weights.float(`${name}/conv/bias`)];
    const filtered = this.writer.node('Conv', inputs, attributes);
    const perChannel = (part: string): string =>
      this.weights.float(`${name}/scale/${part}`, { shape: [channels, 1, 1] });
    const scaled = this.writer.node('Mul', [filtered, perChannel('weights')]);
    const result = this.writer.node('Add', [scaled, perChannel('biases')]);
    return { value: result, side: halve ? Math.floor((side - kernel) / 2) + 1 : side, channels };
  }

  relu(sized: Sized): Sized {
    return { ...sized, value: this.writer.node('Relu', [sized.value]) };
  }

  /** Zeros behind the last channel, row and column, up to the given size. */
  padTo(sized: Sized, side: number, channels: number): Sized {
    if (sized.side === side && sized.channels === channels) return sized;
    const rows = side - sized.side;
    const pads = this.writer.integers([0, 0, 0, 0, 0, channels - sized.channels, rows, rows]);
    return { value: this.writer.node('Pad', [sized.value, pads]), side, channels };
  }

  residual(input: Sized, name: string): Sized {
    const halve = name.includes('down');
    const first = this.relu(this.convolve(input, `${name}/conv1`, halve));
    const second = this.convolve(first, `${name}/conv2`);
    const skipped = halve ? this.halved(input) : input;
    const side = Math.max(skipped.side, second.side);
    const sum = [this.padTo(skipped, side, second.channels), this.padTo(second, side, second.channels)];
    const added = this.writer.node(
      'Add',
      sum.map(({ value }) => value),
    );
    return this.relu({ value: added, side, channels: second.channels });
  }

  halved({ value, side, channels }: Sized): Sized {
    const pooled = this.writer.node('AveragePool', [value], { kernel_shape: [2, 2], strides: [2, 2] });
    return { value: pooled, side: Math.floor(side / 2), channels };
  }
}

/** face-api's face descriptor (dlib's ResNet of 29 layers) as ONNX. */
export async function buildDescriptor(packageFolder: string): Promise<Uint8Array> {
  const writer = new ModelWriter();
  const weights = new WeightConstants(writer, await readFaceApiWeights(packageFolder, 'face_recognition_model'));
  const layers = new Layers(writer, weights);
  const image = { value: photoPlanes(writer, 150), side: 150, channels: 3 };
  const first = layers.relu(layers.convolve(image, 'conv32_down', true));
  const pooled = writer.node('MaxPool', [first.value], { kernel_shape: [3, 3], strides: [2, 2] });
  let value: Sized = { ...first, value: pooled, side: Math.floor((first.side - 3) / 2) + 1 };
  for (const name of blocks) value = layers.residual(value, name);
  const average = writer.node('ReduceMean', [value.value], { axes: [2, 3], keepdims: 0 });
  writer.node('MatMul', [average, weights.float('fc')], {}, 'descriptor');
  writer.output('descriptor', 'float32', ['batch', 128]);
  return writer.encode('face-api face descriptor');
}

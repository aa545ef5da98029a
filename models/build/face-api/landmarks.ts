import { ModelWriter } from '../onnx/model-writer.ts';
import { WeightConstants } from '../tfjs/weight-constants.ts';
import { photoPlanes } from './photo-planes.ts';
import { readFaceApiWeights } from './read-face-api-weights.ts';

/** A depthwise convolution followed by a 1 x 1 convolution. */
function separable(writer: ModelWriter, weights: WeightConstants, value: string, name: string, stride: number): string {
  const group = weights.stored(`${name}/depthwise_filter`).shape[2]!;
  const each = writer.node('Conv', [value, weights.depthwiseFilters(`${name}/depthwise_filter`)], {
    strides: [stride, stride],
    auto_pad: 'SAME_UPPER',
    group,
  });
  return writer.node('Conv', [each, weights.filters(`${name}/pointwise_filter`), weights.float(`${name}/bias`)]);
}

/** Four convolutions, each fed with the sum of all before it; the first halves the size. */
function denseBlock(writer: ModelWriter, weights: WeightConstants, value: string, name: string): string {
  const halving = { strides: [2, 2], auto_pad: 'SAME_UPPER' };
  const isFirst = name === 'dense0';
  const first = isFirst
    ? writer.node(
        'Conv',
        [value, weights.filters(`${name}/conv0/filters`), weights.float(`${name}/conv0/bias`)],
        halving,
      )
    : separable(writer, weights, value, `${name}/conv0`, 2);
  let sum = writer.node('Relu', [first]);
  let active = sum;
  for (const layer of ['conv1', 'conv2', 'conv3']) {
    sum = writer.node('Add', [sum, separable(writer, weights, active, `${name}/${layer}`, 1)]);
    active = writer.node('Relu', [sum]);
  }
  return active;
}

/** face-api's 68 landmarks as ONNX. */
export async function buildLandmarks(packageFolder: string): Promise<Uint8Array> {
  const writer = new ModelWriter();
  const weights = new WeightConstants(writer, await readFaceApiWeights(packageFolder, 'face_landmark_68_model'));
  let value = photoPlanes(writer, 112);
  for (const name of ['dense0', 'dense1', 'dense2', 'dense3']) value = denseBlock(writer, weights, value, name);
  const pooled = writer.node('AveragePool', [value], { kernel_shape: [7, 7], strides: [2, 2] });
  const flat = writer.node('Flatten', [pooled]);
  const placed = writer.node('MatMul', [flat, weights.float('fc/weights')]);
  writer.node('Add', [placed, weights.float('fc/bias')], {}, 'points');
  writer.output('points', 'float32', ['batch', 136]);
  return writer.encode('face-api 68 landmarks');
}

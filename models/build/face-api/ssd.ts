import { ModelWriter } from '../onnx/model-writer.ts';
import { weightValues } from '../tfjs/stored-weights.ts';
import { WeightConstants } from '../tfjs/weight-constants.ts';
import { readFaceApiWeights } from './read-face-api-weights.ts';

const anchorCount = 5118;
const batchNormEpsilon = 0.0010000000474974513;
const layersWithStride2 = new Set([2, 4, 6, 12]);

/** The layers of the detector that are used more than once. */
class Layers {
  readonly writer: ModelWriter;
  readonly weights: WeightConstants;

  constructor(writer: ModelWriter, weights: WeightConstants) {
    this.writer = writer;
    this.weights = weights;
  }

  relu6(value: string): string {
    return this.writer.node('Clip', [value, this.writer.floats([0], []), this.writer.floats([6], [])]);
  }

  pointwise(value: string, name: string, stride: number): string {
    const filters = this.weights.filters(`${name}_pointwise/weights`);
    const offset = this.weights.float(`${name}_pointwise/convolution_bn_offset`);
    const attributes = { strides: [stride, stride], auto_pad: 'SAME_UPPER' };
    return this.relu6(this.writer.node('Conv', [value, filters, offset], attributes));
  }

  depthwise(value: string, name: string, stride: number): string {
    const filters = `${name}_depthwise/depthwise_weights`;
    const group = this.weights.stored(filters).shape[2]!;
    const attributes = { strides: [stride, stride], auto_pad: 'SAME_UPPER', group };
    const filtered = this.writer.node('Conv', [value, this.weights.depthwiseFilters(filters)], attributes);
    const norm = ['gamma', 'beta', 'moving_mean', 'moving_variance'].map((part) =>
      this.weights.float(`${name}_depthwise/BatchNorm/${part}`),
    );
    const normal = this.writer.node('BatchNormalization', [filtered, ...norm], {
      epsilon: { float: batchNormEpsilon },
    });
    return this.relu6(normal);
  }

  /** A 1 x 1 convolution whose channels are unrolled into rows of `columns` values, position by position. */
  predictor(value: string, name: string, columns: number): string {
    const { writer, weights } = this;
    const filtered = writer.node('Conv', [value, weights.filters(`${name}/weights`), weights.float(`${name}/biases`)]);
    const byPosition = writer.node('Transpose', [filtered], { perm: [0, 2, 3, 1] });
    return writer.node('Reshape', [byPosition, writer.integers([0, -1, columns])]);
  }
}

/** MobileNet v1: the last layer and layer 11, on which the finest predictor sits. */
function backbone(layers: Layers, image: string): { last: string; eleventh: string } {
  let value = layers.pointwise(image, 'MobilenetV1/Conv2d_0', 2);
  let eleventh = value;
  for (let layer = 1; layer <= 13; layer++) {
    const name = `MobilenetV1/Conv2d_${layer}`;
    value = layers.depthwise(value, name, layersWithStride2.has(layer) ? 2 : 1);
    value = layers.pointwise(value, name, 1);
    if (layer === 11) eleventh = value;
  }
  return { last: value, eleventh };
}

/** The six layers that predictors sit on, finest first. */
function pyramid(layers: Layers, image: string): string[] {
  const { last, eleventh } = backbone(layers, image);
  const levels = [eleventh, last];
  let value = last;
  for (let layer = 0; layer < 8; layer += 2) {
    value = layers.pointwise(value, `Prediction/Conv2d_${layer}`, 1);
    value = layers.pointwise(value, `Prediction/Conv2d_${layer + 1}`, 2);
    levels.push(value);
  }
  return levels;
}

/** Turns offsets from the anchors into corners: centre moves by a tenth, size grows by e to a fifth. */
function decodeBoxes(layers: Layers, encoded: string): void {
  const { writer, weights } = layers;
  const corners = weightValues(weights.stored('Output/extra_dim'));
  const anchors = Array.from({ length: anchorCount }, (_, i) => corners.slice(i * 4, i * 4 + 4));
  const pairs = [1, anchorCount, 2];
  const sizes = writer.floats(
    anchors.flatMap(([top, left, bottom, right]) => [bottom! - top!, right! - left!]),
    pairs,
  );
  const centres = writer.floats(
    anchors.flatMap(([top, left, bottom, right]) => [(top! + bottom!) / 2, (left! + right!) / 2]),
    pairs,
  );
  const [shift, growth] = writer.nodes('Split', [encoded], 2, { axis: 2 });
  const moved = writer.node('Mul', [writer.node('Div', [shift!, writer.floats([10], [])]), sizes]);
  const centre = writer.node('Add', [moved, centres]);
  const grown = writer.node('Exp', [writer.node('Div', [growth!, writer.floats([5], [])])]);
  const half = writer.node('Div', [writer.node('Mul', [grown, sizes]), writer.floats([2], [])]);
  const ends = [writer.node('Sub', [centre, half]), writer.node('Add', [centre, half])];
  const topLeftFirst = writer.node('Concat', ends, { axis: 2 });
  writer.node('Gather', [topLeftFirst, writer.integers([1, 0, 3, 2])], { axis: 2 }, 'boxes');
}

/** face-api's SSD MobileNet v1 as ONNX, boxes decoded, candidates not thinned out. */
export async function buildSsd(packageFolder: string): Promise<Uint8Array> {
  const writer = new ModelWriter();
  const weights = new WeightConstants(writer, await readFaceApiWeights(packageFolder, 'ssd_mobilenetv1_model'));
  const layers = new Layers(writer, weights);
  const image = writer.input('image', 'float32', ['batch', 512, 512, 3]);
  const planes = writer.node('Transpose', [image], { perm: [0, 3, 1, 2] });
  const scaled = writer.node('Div', [planes, writer.floats([127.5], [])]);
  const levels = pyramid(layers, writer.node('Sub', [scaled, writer.floats([1], [])]));
  const predict = (kind: string, columns: number): string => {
    const each = levels.map((level, i) => layers.predictor(level, `Prediction/BoxPredictor_${i}/${kind}`, columns));
    return writer.node('Concat', each, { axis: 1 });
  };
  decodeBoxes(layers, predict('BoxEncodingPredictor', 4));
  const isFace = writer.node('Gather', [predict('ClassPredictor', 3), writer.integers([1], [])], { axis: 2 });
  writer.node('Sigmoid', [isFace], {}, 'scores');
  writer.output('boxes', 'float32', ['batch', anchorCount, 4]);
  writer.output('scores', 'float32', ['batch', anchorCount]);
  return writer.encode('face-api SSD MobileNet v1');
}

import type { Attributes } from '../onnx/model-writer.ts';
import type { Conversion, Operator } from './conversion.ts';

// TensorFlow keeps channels last, ONNX first. Each operator turns its value there and back; the runtime cancels
// neighbouring turns when it loads the net.
const toPlanes = (c: Conversion, value: string): string => c.writer.node('Transpose', [value], { perm: [0, 3, 1, 2] });
const fromPlanes = (c: Conversion, value: string): string =>
  c.writer.node('Transpose', [value], { perm: [0, 2, 3, 1] });

function window(c: Conversion): Attributes {
  const [, down, across] = c.integerList('strides') as [number, number, number];
  const dilations = c.integerList('dilations').slice(1, 3);
  const padding = c.text('padding') === 'SAME' ? { auto_pad: 'SAME_UPPER' } : { auto_pad: 'VALID' };
  return { strides: [down, across], ...padding, ...(dilations.length > 0 ? { dilations } : {}) };
}

/** The activation behind a fused operator. Throws for one that no shipped net uses. */
function activate(c: Conversion, value: string): string {
  const activation = c.textList('fused_ops').find((name) => name !== 'BiasAdd');
  if (activation === undefined) return value;
  if (activation === 'Relu') return c.writer.node('Relu', [value]);
  if (activation !== 'Relu6') throw new Error(`${c.node.name}: no activation ${activation}`);
  return c.writer.node('Clip', [value, c.writer.floats([0], []), c.writer.floats([6], [])]);
}

const convolve: Operator = (c) => {
  const bias = c.node.input.length > 2 ? [c.input(2)] : [];
  const inputs = [toPlanes(c, c.input(0)), c.weights.filters(c.inputName(1)), ...bias];
  return fromPlanes(c, activate(c, c.writer.node('Conv', inputs, window(c))));
};

const convolveDepthwise: Operator = (c) => {
  const filters = c.inputName(1);
  const bias = c.node.input.length > 2 ? [c.input(2)] : [];
  const inputs = [toPlanes(c, c.input(0)), c.weights.depthwiseFilters(filters), ...bias];
  const group = c.weights.stored(filters).shape[2]!;
  return fromPlanes(c, activate(c, c.writer.node('Conv', inputs, { ...window(c), group })));
};

const pool =
  (operator: 'MaxPool' | 'AveragePool'): Operator =>
  (c) => {
    const kernel = c.integerList('ksize').slice(1, 3);
    const attributes = { ...window(c), kernel_shape: kernel };
    return fromPlanes(c, c.writer.node(operator, [toPlanes(c, c.input(0))], attributes));
  };

const resizeBilinear: Operator = (c) => {
  const planes = toPlanes(c, c.input(0));
  const shape = c.writer.node('Shape', [planes], { start: 0, end: 2 });
  const sizes = c.writer.node('Concat', [shape, c.input(1)], { axis: 0 });
  const corners = c.flag('align_corners') ? 'align_corners' : 'asymmetric';
  const mode = c.flag('half_pixel_centers') ? 'half_pixel' : corners;
  const attributes = { mode: 'linear', coordinate_transformation_mode: mode };
  return fromPlanes(c, c.writer.node('Resize', [planes, '', '', sizes], attributes));
};

const multiplyMatrices: Operator = (c) => {
  const product = c.writer.node('MatMul', [c.input(0), c.input(1)]);
  return activate(c, c.writer.node('Add', [product, c.input(2)]));
};

/** Operators on pictures and layers. */
export const pictureOperators: Readonly<Record<string, Operator>> = {
  _FusedConv2D: convolve,
  FusedDepthwiseConv2dNative: convolveDepthwise,
  DepthwiseConv2dNative: convolveDepthwise,
  MaxPool: pool('MaxPool'),
  AvgPool: pool('AveragePool'),
  ResizeBilinear: resizeBilinear,
  _FusedMatMul: multiplyMatrices,
};

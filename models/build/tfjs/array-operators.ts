import { elementTypes } from '../onnx/value-fields.ts';
import type { Conversion, Operator } from './conversion.ts';

/** An ONNX operator of the same meaning and the same inputs. */
const same =
  (operator: string): Operator =>
  (c) =>
    c.writer.node(operator, c.inputs());

const unsqueeze = (c: Conversion, value: string, axes: readonly number[]): string =>
  c.writer.node('Unsqueeze', [value, c.writer.integers(axes)]);

const squeeze = (c: Conversion, value: string, axes: readonly number[]): string =>
  c.writer.node('Squeeze', [value, c.writer.integers(axes)]);

const pack: Operator = (c) => {
  const axis = c.integer('axis');
  const layers = c.inputs().map((value) => unsqueeze(c, value, [axis]));
  return c.writer.node('Concat', layers, { axis });
};

const unpack: Operator = (c) => {
  const axis = c.integer('axis');
  const layers = c.writer.nodes('Split', [c.input(0)], c.integer('num'), { axis });
  return layers.map((layer) => squeeze(c, layer, [axis]));
};

const concatenate: Operator = (c) => {
  const last = c.node.input.length - 1;
  return c.writer.node('Concat', c.inputs().slice(0, last), { axis: c.constantInput(last)[0]! });
};

const cast: Operator = (c) => {
  const kind = c.node.attr.DstT?.type === 'DT_FLOAT' ? 'float32' : 'int64';
  return c.writer.node('Cast', [c.input(0)], { to: elementTypes[kind] });
};

/** A slice with TensorFlow's five bit masks: cut, then drop axes, then add axes. Ellipses are not used by our nets. */
const stridedSlice: Operator = (c) => {
  const [begin, end, strides] = [c.constantInput(1), c.constantInput(2), c.constantInput(3)];
  const has = (mask: string, i: number): boolean => ((c.integer(mask) >> i) & 1) === 1;
  if (c.integer('ellipsis_mask') !== 0) throw new Error(`${c.node.name}: ellipsis`);
  const [cuts, dropped, added]: [number[][], number[], number[]] = [[], [], []];
  let [axis, resultAxis] = [0, 0];
  for (let i = 0; i < begin.length; i++) {
    if (has('new_axis_mask', i)) {
      added.push(resultAxis++);
      continue;
    }
    const isDropped = has('shrink_axis_mask', i);
    const from = has('begin_mask', i) ? 0 : begin[i]!;
    const to = isDropped ? begin[i]! + 1 : has('end_mask', i) ? Number.MAX_SAFE_INTEGER : end[i]!;
    cuts.push([from, to, axis, strides[i]!]);
    if (isDropped) dropped.push(axis);
    else resultAxis++;
    axis++;
  }
  const columns = [0, 1, 2, 3].map((column) => c.writer.integers(cuts.map((cut) => cut[column]!)));
  const cut = cuts.length > 0 ? c.writer.node('Slice', [c.input(0), ...columns]) : c.input(0);
  const shrunk = dropped.length > 0 ? squeeze(c, cut, dropped) : cut;
  return added.length > 0 ? unsqueeze(c, shrunk, added) : shrunk;
};

const topK: Operator = (c) => {
  const count = c.writer.integers([c.constantInput(1)[0]!]);
  return c.writer.nodes('TopK', [c.input(0), count], 2, { axis: -1 });
};

const addAll: Operator = (c) => c.writer.node('Sum', c.inputs());

const squaredDifference: Operator = (c) => {
  const difference = c.writer.node('Sub', c.inputs());
  return c.writer.node('Mul', [difference, difference]);
};

/** Operators on arrays of any shape. */
export const arrayOperators: Readonly<Record<string, Operator>> = {
  Abs: same('Abs'),
  AddN: addAll,
  AddV2: same('Add'),
  ArgMax: (c) => c.writer.node('ArgMax', [c.input(0)], { axis: c.constantInput(1)[0]!, keepdims: 0 }),
  Cast: cast,
  ConcatV2: concatenate,
  Equal: same('Equal'),
  Exp: same('Exp'),
  ExpandDims: (c) => unsqueeze(c, c.input(0), [c.constantInput(1)[0]!]),
  Fill: (c) => c.writer.node('Expand', [c.input(1), c.input(0)]),
  // Our nets divide whole numbers only when neither is negative, where ONNX's division is the same.
  FloorDiv: same('Div'),
  GatherNd: same('GatherND'),
  Greater: same('Greater'),
  GreaterEqual: same('GreaterOrEqual'),
  Identity: same('Identity'),
  Less: same('Less'),
  LogicalAnd: same('And'),
  Max: (c) => c.writer.node('ReduceMax', [c.input(0)], { axes: c.constantInput(1), keepdims: 0 }),
  Maximum: same('Max'),
  Minimum: same('Min'),
  Mul: same('Mul'),
  Neg: same('Neg'),
  Pack: pack,
  Range: same('Range'),
  RealDiv: same('Div'),
  Reciprocal: same('Reciprocal'),
  Relu: same('Relu'),
  Reshape: same('Reshape'),
  Select: same('Where'),
  Shape: same('Shape'),
  Sigmoid: same('Sigmoid'),
  Size: same('Size'),
  Softmax: (c) => c.writer.node('Softmax', [c.input(0)], { axis: -1 }),
  Split: (c) => c.writer.nodes('Split', [c.input(1)], c.integer('num_split'), { axis: c.constantInput(0)[0]! }),
  SquaredDifference: squaredDifference,
  Squeeze: (c) => squeeze(c, c.input(0), c.integerList('squeeze_dims')),
  StridedSlice: stridedSlice,
  Sub: same('Sub'),
  Sum: (c) => c.writer.node('ReduceSum', [c.input(0), c.writer.integers(c.constantInput(1))], { keepdims: 0 }),
  Tile: same('Tile'),
  TopKV2: topK,
  Unpack: unpack,
};

import { ort } from '../../src/inference/onnx-runtime.ts';
import { describe, expect, it } from 'vitest';
import { ModelWriter } from '../../models/build/onnx/model-writer.ts';
import { convertGraph, type ConvertedShape } from '../../models/build/tfjs/convert-graph.ts';
import { graphModel } from '../../models/build/tfjs/graph-model.ts';
import { readStoredWeights, weightValues } from '../../models/build/tfjs/stored-weights.ts';
import { transposeElements } from '../../models/build/tfjs/transpose-elements.ts';
import { WeightConstants } from '../../models/build/tfjs/weight-constants.ts';

async function run(model: Uint8Array, name: string, input: ort.Tensor): Promise<Record<string, ort.Tensor>> {
  const session = await ort.InferenceSession.create(model, { intraOpNumThreads: 1, logSeverityLevel: 3 });
  try {
    return { ...(await session.run({ [name]: input })) };
  } finally {
    await session.release();
  }
}

const vector = (...values: number[]): ort.Tensor => new ort.Tensor('float32', values, [values.length]);

describe('ModelWriter', () => {
  it('writes files that ONNX Runtime runs, with every kind of attribute', async () => {
    const writer = new ModelWriter();
    const x = writer.input('x', 'float32', ['length']);
    const leaky = writer.node('LeakyRelu', [x], { alpha: { float: 0.5 } });
    const table = writer.node('Unsqueeze', [leaky, writer.integers([0])]);
    const turned = writer.node('Transpose', [table], { perm: [1, 0] });
    writer.node('Concat', [turned, turned], { axis: -1 }, 'y');
    writer.output('y', 'float32', ['length', 2]);
    const { y } = await run(writer.encode('test'), 'x', vector(-2, 3));
    expect(y!.dims).toEqual([2, 2]);
    expect([...(y!.data as Float32Array)]).toEqual([-1, -1, 3, 3]);
  });

  it('always writes the same bytes', () => {
    const write = (): Uint8Array => {
      const writer = new ModelWriter();
      writer.node('Mul', [writer.input('x', 'float32', [300]), writer.floats([2], [])], {}, 'y');
      writer.output('y', 'float32', [300]);
      return writer.encode('test');
    };
    expect(write()).toEqual(write());
  });
});

describe('stored weights', () => {
  const groups = [
    {
      weights: [
        {
          name: 'w',
          shape: [2, 2],
          dtype: 'float32' as const,
          quantization: { dtype: 'uint8' as const, scale: 0.5, min: -1 },
        },
        { name: 'b', shape: [1], dtype: 'float32' as const },
      ],
    },
  ];
  const bytes = Uint8Array.from([0, 2, 4, 255, ...new Uint8Array(Float32Array.of(7.5).buffer)]);

  it('are widened as TensorFlow.js widens them', () => {
    const weights = readStoredWeights(groups, bytes);
    expect(weightValues(weights.get('w')!)).toEqual([-1, 0, 1, 126.5]);
    expect(weightValues(weights.get('b')!)).toEqual([7.5]);
  });

  it('stay 8-bit in the file and come out the same', async () => {
    const writer = new ModelWriter();
    const weights = new WeightConstants(writer, readStoredWeights(groups, bytes));
    const x = writer.input('x', 'float32', [2]);
    writer.node('MatMul', [x, weights.float('w', { order: [1, 0] })], {}, 'y');
    writer.output('y', 'float32', [2]);
    const { y } = await run(writer.encode('test'), 'x', vector(1, 10));
    expect([...(y!.data as Float32Array)]).toEqual([-1, 1 + 1265]);
  });

  it('must fill the file exactly', () => {
    expect(() => readStoredWeights(groups, bytes.slice(1))).toThrow('bytes');
    expect(() => new WeightConstants(new ModelWriter(), new Map()).float('gone')).toThrow('gone');
  });
});

describe('transposeElements', () => {
  it('moves axes, whatever the width of an element', () => {
    const data = Uint8Array.from({ length: 12 }, (_, i) => i);
    expect(transposeElements(data, [2, 3], [1, 0], 2)).toEqual({
      data: Uint8Array.from([0, 1, 6, 7, 2, 3, 8, 9, 4, 5, 10, 11]),
      shape: [3, 2],
    });
    const turned = transposeElements(data, [2, 3, 2], [2, 0, 1], 1);
    expect(transposeElements(turned.data, turned.shape, [1, 2, 0], 1).data).toEqual(data);
  });
});

describe('convertGraph', () => {
  const integers = (...values: number[]): Uint8Array => new Uint8Array(Int32Array.from(values).buffer);
  const placeholder = { name: 'in', op: 'Placeholder' };
  const index = (name: string, values: number): object => ({ name, shape: [values], dtype: 'int32' });

  /** One StridedSlice of a 2 x 3 input, with the given masks. */
  function slice(masks: Record<string, number>, begin: number[], end: number[], strides: number[]): Uint8Array {
    const attr = Object.fromEntries(Object.entries(masks).map(([name, bits]) => [name, { i: String(bits) }]));
    const node = { name: 'out', op: 'StridedSlice', input: ['in', 'begin', 'end', 'strides'], attr };
    const weights = [index('begin', begin.length), index('end', end.length), index('strides', strides.length)];
    const model = graphModel.parse({ modelTopology: { node: [node, placeholder] }, weightsManifest: [{ weights }] });
    return convertGraph(model, integers(...begin, ...end, ...strides), {
      graphName: 'slice',
      input: { name: 'x', shape: [2, 3], divideBy: 1 },
      outputs: { out: { name: 'y', shape: [] } },
    });
  }

  const table = new ort.Tensor('float32', [0, 1, 2, 10, 11, 12], [2, 3]);

  it.each([
    ['a part', {}, [0, 1], [2, 3], [1, 1], [2, 2], [1, 2, 11, 12]],
    ['everything from a place on', { end_mask: 3 }, [1, 0], [0, 0], [1, 2], [1, 2], [10, 12]],
    [
      'one row, without its axis',
      { shrink_axis_mask: 1, end_mask: 2, begin_mask: 2 },
      [1, 0],
      [2, 0],
      [1, 1],
      [3],
      [10, 11, 12],
    ],
    [
      'all, with an axis more',
      { new_axis_mask: 2, begin_mask: 5, end_mask: 5 },
      [0, 0, 0],
      [0, 0, 0],
      [1, 1, 1],
      [2, 1, 3],
      [0, 1, 2, 10, 11, 12],
    ],
  ])('slices %s', async (_, masks, begin, end, strides, shape, values) => {
    const session = await ort.InferenceSession.create(slice(masks, begin, end, strides), { logSeverityLevel: 4 });
    const { y } = await session.run({ x: table });
    expect(y!.dims).toEqual(shape);
    expect([...(y!.data as Float32Array)]).toEqual(values);
    await session.release();
  });

  it('refuses an operator without a counterpart, by name', () => {
    const node = { name: 'odd', op: 'NoSuchOperator', input: ['in'] };
    const model = graphModel.parse({ modelTopology: { node: [placeholder, node] }, weightsManifest: [] });
    const shape = { graphName: 'odd', input: { name: 'x', shape: [1], divideBy: 1 } };
    const convert = (outputs: ConvertedShape['outputs']) => () =>
      convertGraph(model, new Uint8Array(), { ...shape, outputs });
    expect(convert({ odd: { name: 'y', shape: [1] } })).toThrow('odd: no operator NoSuchOperator');
    expect(convert({ lost: { name: 'y', shape: [1] } })).toThrow('no node lost');
  });

  it('starts at an inner node, from planes, and leaves out what the outputs do not need', async () => {
    const nodes = [
      { name: 'before', op: 'NoSuchOperator', input: ['in'] },
      { name: 'start', op: 'AlsoUnknown', input: ['before'] },
      { name: 'out', op: 'Neg', input: ['start'] },
      { name: 'unused', op: 'NoSuchOperator', input: ['out'] },
    ];
    const model = graphModel.parse({ modelTopology: { node: [...nodes, placeholder] }, weightsManifest: [] });
    const bytes = convertGraph(model, new Uint8Array(), {
      graphName: 'inner',
      input: { name: 'x', shape: [1, 2, 1, 2], divideBy: 2, at: 'start', isPlanar: true },
      outputs: { out: { name: 'y', shape: [1, 1, 2, 2] } },
    });
    const { y } = await run(bytes, 'x', new ort.Tensor('float32', [2, 4, 6, 8], [1, 2, 1, 2]));
    expect([...(y!.data as Float32Array)]).toEqual([-1, -3, -2, -4]);
  });
});

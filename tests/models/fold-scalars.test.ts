import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ort from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { attributeMessage } from '../../models/build/onnx/attribute-message.ts';
import { foldGates } from '../../models/build/onnx/fold-gates.ts';
import { foldScalars } from '../../models/build/onnx/fold-scalars.ts';
import { constantNode, Graph, type GraphNode } from '../../models/build/onnx/graph.ts';
import { encodeMessage, integerField, messageField, textField } from '../../models/build/onnx/protobuf.ts';
import { modelsFolder } from '../../src/inference/manifest.ts';

const channels = 5;
const side = 7;

/** Numbers about nought that are the same on every run. */
const numbers = (count: number, seed: number): Float32Array =>
  Float32Array.from({ length: count }, (_, i) => Math.sin(i * 12.9898 + seed * 78.233));

const constant = (name: string, shape: readonly number[], seed: number): GraphNode =>
  constantNode(name, {
    shape,
    values: numbers(
      shape.reduce((product, size) => product * size, 1),
      seed,
    ),
  });

const scalar = (name: string, value: number): GraphNode =>
  constantNode(name, { shape: [1], values: Float32Array.of(value) });

const node = (operator: string, inputs: readonly string[], output: string): GraphNode => ({
  operator,
  inputs,
  outputs: [output],
  attributes: new Map(),
});

function conv(input: string, weights: string, output: string, kernel: number, bias?: string): GraphNode {
  const pad = (kernel - 1) / 2;
  const attributes = { kernel_shape: [kernel, kernel], pads: [pad, pad, pad, pad] };
  return {
    ...node('Conv', bias === undefined ? [input, weights] : [input, weights, bias], output),
    attributes: new Map(Object.entries(attributes).map(([name, value]) => [name, attributeMessage(name, value)])),
  };
}

const value = (field: 11 | 12, name: string) => {
  const shape = [1, channels, side, side].map((size) => messageField(1, integerField(1, size)));
  const type = messageField(1, integerField(1, 1), messageField(2, ...shape));
  return messageField(field, textField(1, name), messageField(2, type));
};

/** A net from x to y, read back from its file. */
function graphOf(...nodes: readonly GraphNode[]): Graph {
  const empty = encodeMessage(
    integerField(1, 8),
    messageField(7, textField(2, 'test'), value(11, 'x'), value(12, 'y')),
    messageField(8, textField(1, ''), integerField(2, 13)),
  );
  const graph = new Graph(empty);
  graph.nodes = [...nodes];
  return new Graph(graph.encode());
}

async function answerOf(graph: Graph): Promise<Float32Array> {
  const session = await ort.InferenceSession.create(graph.encode(), { logSeverityLevel: 3 });
  const x = new ort.Tensor('float32', numbers(channels * side * side, 3), [1, channels, side, side]);
  const { y } = await session.run({ x });
  return y!.data as Float32Array;
}

const operatorsOf = ({ nodes }: Graph): string[] =>
  nodes.map(({ operator }) => operator).filter((operator) => operator !== 'Constant');

/** Folds, and says what is left; the answers must be what they were. */
async function foldedOperators(graph: Graph, fold: (graph: Graph) => void = foldScalars): Promise<string[]> {
  const before = await answerOf(graph);
  fold(graph);
  const after = await answerOf(graph);
  expect(after).toHaveLength(before.length);
  before.forEach((expected, i) => {
    expect(after[i]).toBeCloseTo(expected, 4);
  });
  return operatorsOf(new Graph(graph.encode()));
}

const weights = (name: string, kernel: number, seed: number): GraphNode =>
  constant(name, [channels, channels, kernel, kernel], seed);

describe('folding single constants into convolutions', () => {
  it('takes what follows a convolution into it, with a bias and without', async () => {
    const graph = graphOf(
      weights('w', 3, 1),
      constant('b', [channels], 2),
      weights('v', 3, 4),
      ...[scalar('two', 2), scalar('three', -3), scalar('four', 4)],
      conv('x', 'w', 'c', 3, 'b'),
      node('Mul', ['two', 'c'], 'm'),
      node('Add', ['m', 'three'], 'a'),
      conv('a', 'v', 'd', 3),
      node('Div', ['d', 'four'], 'y'),
    );
    expect(await foldedOperators(graph)).toEqual(['Conv', 'Conv']);
  });

  it('takes what precedes a convolution without a border into it', async () => {
    const graph = graphOf(
      weights('w', 1, 1),
      ...[scalar('two', 2), scalar('three', -3)],
      node('Relu', ['x'], 'r'),
      node('Mul', ['r', 'two'], 'm'),
      node('Add', ['m', 'three'], 'a'),
      conv('a', 'w', 'y', 1),
    );
    expect(await foldedOperators(graph)).toEqual(['Relu', 'Conv']);
  });

  it('keeps a term before a border, where nought would count differently', async () => {
    const graph = graphOf(
      weights('w', 1, 1),
      weights('v', 3, 2),
      scalar('three', -3),
      conv('x', 'w', 'c', 1),
      node('Relu', ['c'], 'r'),
      node('Add', ['r', 'three'], 'a'),
      conv('a', 'v', 'y', 3),
    );
    expect(await foldedOperators(graph)).toEqual(['Conv', 'Relu', 'Conv', 'Conv']);
  });

  it('makes a hard swish of which every part is read twice into convolutions', async () => {
    const graph = graphOf(
      weights('w', 3, 1),
      ...[scalar('three', 3), scalar('zero', 0), scalar('six', 6)],
      conv('x', 'w', 'c', 3),
      node('Add', ['c', 'three'], 'a'),
      node('Relu', ['a'], 'r'),
      node('Mul', ['c', 'r'], 'm'),
      node('Div', ['m', 'six'], 'd'),
      node('Add', ['three', 'd'], 'y'),
    );
    expect(await foldedOperators(graph)).toEqual(['Conv', 'Conv', 'Relu', 'Mul', 'Conv']);
  });

  it('leaves constants alone that are one for each channel, or divided by a value', async () => {
    const graph = graphOf(
      constant('each', [1, channels, 1, 1], 5),
      scalar('one', 1),
      node('Add', ['x', 'each'], 'a'),
      node('Exp', ['a'], 'e'),
      node('Div', ['one', 'e'], 'y'),
    );
    expect(await foldedOperators(graph)).toEqual(['Add', 'Exp', 'Div']);
  });
});

describe('folding gates', () => {
  const gate = [node('GlobalAveragePool', ['x'], 'p'), node('HardSigmoid', ['p'], 'g')];

  it('goes through x + x * gate once', async () => {
    const graph = graphOf(...gate, node('Mul', ['x', 'g'], 'm'), node('Add', ['x', 'm'], 'y'));
    expect(await foldedOperators(graph, foldGates)).toEqual(['GlobalAveragePool', 'HardSigmoid', 'Add', 'Mul']);
  });

  it('leaves the sum of a product and another value alone', async () => {
    const graph = graphOf(...gate, node('Mul', ['x', 'g'], 'm'), node('Neg', ['x'], 'n'), node('Add', ['n', 'm'], 'y'));
    expect(await foldedOperators(graph, foldGates)).toHaveLength(5);
  });
});

describe('the shipped text nets', () => {
  it.each(['ocr_detect', 'ocr_recognise', 'ocr_direction'])('%s has nothing left to fold', async (id) => {
    const bytes = await readFile(path.join(modelsFolder, `${id}.onnx`));
    const graph = new Graph(bytes);
    const before = operatorsOf(graph);
    foldScalars(graph);
    foldGates(graph);
    expect(operatorsOf(graph)).toEqual(before);
  });
});

import { ort } from '../../src/inference/onnx-runtime.ts';
import { expect } from 'vitest';
import { attributeMessage } from '../../models/build/onnx/attribute-message.ts';
import { constantNode, Graph, type GraphNode } from '../../models/build/onnx/graph.ts';
import { encodeMessage, integerField, messageField, textField } from '../../models/build/onnx/protobuf.ts';

export const channels = 5;
export const side = 7;

/** Numbers about nought that are the same on every run. */
export const numbers = (count: number, seed: number): Float32Array =>
  Float32Array.from({ length: count }, (_, i) => Math.sin(i * 12.9898 + seed * 78.233));

export const constant = (name: string, shape: readonly number[], seed: number): GraphNode =>
  constantNode(name, {
    shape,
    values: numbers(
      shape.reduce((product, size) => product * size, 1),
      seed,
    ),
  });

export const scalar = (name: string, value: number): GraphNode =>
  constantNode(name, { shape: [1], values: Float32Array.of(value) });

export const node = (operator: string, inputs: readonly string[], output: string): GraphNode => ({
  operator,
  inputs,
  outputs: [output],
  attributes: new Map(),
});

export function conv(input: string, weights: string, output: string, kernel: number, bias?: string): GraphNode {
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
export function graphOf(...nodes: readonly GraphNode[]): Graph {
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

export const operatorsOf = ({ nodes }: Graph): string[] =>
  nodes.map(({ operator }) => operator).filter((operator) => operator !== 'Constant');

/** Folds, and says what is left; the answers must be what they were. */
export async function foldedOperators(graph: Graph, fold: (graph: Graph) => void): Promise<string[]> {
  const before = await answerOf(graph);
  fold(graph);
  const after = await answerOf(graph);
  expect(after).toHaveLength(before.length);
  before.forEach((expected, i) => {
    expect(after[i]).toBeCloseTo(expected, 4);
  });
  return operatorsOf(new Graph(graph.encode()));
}

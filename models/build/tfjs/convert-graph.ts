import { ModelWriter } from '../onnx/model-writer.ts';
import { arrayOperators } from './array-operators.ts';
import { Conversion } from './conversion.ts';
import type { GraphModel, GraphNode } from './graph-model.ts';
import { pictureOperators } from './picture-operators.ts';
import { readStoredWeights } from './stored-weights.ts';
import { WeightConstants } from './weight-constants.ts';

type Shape = readonly (number | string)[];

/** What a converted net is to look like from outside. */
export interface ConvertedShape {
  readonly graphName: string;
  readonly input: { readonly name: string; readonly shape: Shape; readonly divideBy: number };
  /** By the name of the TensorFlow node that gives the values. */
  readonly outputs: Readonly<Record<string, { readonly name: string; readonly shape: Shape }>>;
}

/** Nodes so that each comes after those it reads. */
function inOrder(nodes: readonly GraphNode[]): GraphNode[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const done = new Set<string>();
  const ordered: GraphNode[] = [];
  const visit = (node: GraphNode): void => {
    if (done.has(node.name)) return;
    done.add(node.name);
    for (const input of node.input) {
      const source = byName.get(input.split(':')[0]!);
      if (source !== undefined) visit(source);
    }
    ordered.push(node);
  };
  nodes.forEach(visit);
  return ordered;
}

/** A TensorFlow.js graph model as an ONNX file, operator by operator. Throws for an operator without a counterpart. */
export function convertGraph(model: GraphModel, weightBytes: Uint8Array, shape: ConvertedShape): Uint8Array {
  const writer = new ModelWriter();
  const weights = new WeightConstants(writer, readStoredWeights(model.weightsManifest, weightBytes));
  const values = new Map<string, string>();
  const image = writer.input(shape.input.name, 'float32', shape.input.shape);
  for (const node of inOrder(model.modelTopology.node)) {
    if (node.op === 'Const') continue;
    if (node.op === 'Placeholder') {
      const { divideBy } = shape.input;
      values.set(node.name, divideBy === 1 ? image : writer.node('Div', [image, writer.floats([divideBy], [])]));
      continue;
    }
    const operator = pictureOperators[node.op] ?? arrayOperators[node.op];
    if (operator === undefined) throw new Error(`${node.name}: no operator ${node.op}`);
    const results = [operator(new Conversion(writer, weights, node, values))].flat();
    results.forEach((result, i) => values.set(i === 0 ? node.name : `${node.name}:${i}`, result));
  }
  for (const [from, output] of Object.entries(shape.outputs)) {
    const value = values.get(from);
    if (value === undefined) throw new Error(`no node ${from}`);
    writer.node('Identity', [value], {}, output.name);
    writer.output(output.name, 'float32', output.shape);
  }
  return writer.encode(shape.graphName);
}

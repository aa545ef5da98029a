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
  readonly input: {
    readonly name: string;
    readonly shape: Shape;
    readonly divideBy: number;
    /** The TensorFlow node whose place the input takes; the graph's own input where it is left out. */
    readonly at?: string;
    /** Whether the picture comes as planes, channels before rows, and not interleaved. */
    readonly isPlanar?: boolean;
  };
  /** By the name of the TensorFlow node that gives the values. */
  readonly outputs: Readonly<Record<string, { readonly name: string; readonly shape: Shape }>>;
}

/**
 * The nodes that the wanted ones need, each after those it reads and otherwise in the file's order. The input needs
 * nothing. Loops are not followed: no net has one before its wanted nodes.
 */
function inOrder(nodes: readonly GraphNode[], wanted: readonly string[], input: string | undefined): GraphNode[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const visit = (node: GraphNode, done: Map<string, GraphNode>): void => {
    if (done.has(node.name)) return;
    const sources = node.name === input ? [] : node.input.map((source) => byName.get(source.split(':')[0]!));
    for (const source of sources) if (source !== undefined) visit(source, done);
    done.set(node.name, node);
  };
  const needed = new Map<string, GraphNode>();
  for (const name of wanted) {
    const node = byName.get(name);
    if (node === undefined) throw new Error(`no node ${name}`);
    visit(node, needed);
  }
  const ordered = new Map<string, GraphNode>();
  for (const node of nodes) if (needed.has(node.name)) visit(node, ordered);
  return [...ordered.values()];
}

/** A TensorFlow.js graph model as an ONNX file, operator by operator. Throws for an operator without a counterpart. */
export function convertGraph(model: GraphModel, weightBytes: Uint8Array, shape: ConvertedShape): Uint8Array {
  const writer = new ModelWriter();
  const weights = new WeightConstants(writer, readStoredWeights(model.weightsManifest, weightBytes));
  const values = new Map<string, string>();
  const given = writer.input(shape.input.name, 'float32', shape.input.shape);
  const image = shape.input.isPlanar === true ? writer.node('Transpose', [given], { perm: [0, 2, 3, 1] }) : given;
  const { divideBy, at } = shape.input;
  for (const node of inOrder(model.modelTopology.node, Object.keys(shape.outputs), at)) {
    if (node.op === 'Const') continue;
    if (at === undefined ? node.op === 'Placeholder' : node.name === at) {
      values.set(node.name, divideBy === 1 ? image : writer.node('Div', [image, writer.floats([divideBy], [])]));
      continue;
    }
    const operator = pictureOperators[node.op] ?? arrayOperators[node.op];
    if (operator === undefined) throw new Error(`${node.name}: no operator ${node.op}`);
    const results = [operator(new Conversion(writer, weights, node, values))].flat();
    results.forEach((result, i) => values.set(i === 0 ? node.name : `${node.name}:${i}`, result));
  }
  for (const [from, output] of Object.entries(shape.outputs)) {
    writer.node('Identity', [values.get(from)!], {}, output.name);
    writer.output(output.name, 'float32', output.shape);
  }
  return writer.encode(shape.graphName);
}

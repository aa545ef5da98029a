import { constantNode, integersOf, type FloatConstant, type Graph, type GraphNode } from './graph.ts';
import { perChannel } from './per-channel.ts';

/** value * factor + term, the same for every number of a value. */
interface ScalarStep {
  readonly node: GraphNode;
  readonly from: string;
  readonly to: string;
  readonly factor: number;
  readonly term: number;
}

function stepOf(graph: Graph, node: GraphNode): ScalarStep | null {
  if (!['Add', 'Mul', 'Div'].includes(node.operator)) return null;
  const constants = node.inputs.map((input) => graph.floats(input));
  const index = constants.findIndex((constant) => constant?.values.length === 1);
  if (index < 0 || (node.operator === 'Div' && index === 0)) return null;
  const scalar = constants[index]!.values[0]!;
  const [factor, term] = node.operator === 'Add' ? [1, scalar] : [node.operator === 'Mul' ? scalar : 1 / scalar, 0];
  return { node, from: node.inputs[1 - index]!, to: node.outputs[0]!, factor, term };
}

/** How many channels a value has, as far as the nodes before it tell. */
function channelsOf(graph: Graph, value: string): number | null {
  const maker = graph.makerOf(value);
  if (maker === undefined) return null;
  if (maker.operator === 'Conv') return graph.floats(maker.inputs[1]!)!.shape[0]!;
  if (maker.operator === 'BatchNormalization') return graph.floats(maker.inputs[1]!)!.values.length;
  return ['Add', 'Mul', 'Div', 'Clip', 'Relu'].includes(maker.operator) ? channelsOf(graph, maker.inputs[0]!) : null;
}

/** A convolution with its own weights and bias. */
function convolution(
  graph: Graph,
  from: string,
  to: string,
  weights: FloatConstant,
  bias: Float32Array,
  attributes: GraphNode['attributes'],
): GraphNode[] {
  const [w, b] = [graph.newName(), graph.newName()];
  return [
    constantNode(w, weights),
    constantNode(b, { shape: [bias.length], values: bias }),
    { operator: 'Conv', inputs: [from, w, b], outputs: [to], attributes },
  ];
}

function partsOf(graph: Graph, conv: GraphNode): { weights: FloatConstant; bias: Float32Array } {
  const weights = graph.floats(conv.inputs[1]!)!;
  const bias = conv.inputs[2] === undefined ? null : graph.floats(conv.inputs[2]);
  return { weights, bias: bias?.values ?? new Float32Array(weights.shape[0]!) };
}

const isReadOnce = (graph: Graph, value: string): boolean =>
  graph.readersOf(value).length === 1 && !graph.outputs.has(value);

/** Into the convolution before: its weights and bias take the factor, its bias the term. */
function foldBack(graph: Graph, { node, from, to, factor, term }: ScalarStep): boolean {
  const conv = graph.makerOf(from);
  if (conv?.operator !== 'Conv' || !isReadOnce(graph, from)) return false;
  const { weights, bias } = partsOf(graph, conv);
  const scaled = { shape: weights.shape, values: weights.values.map((value) => value * factor) };
  graph.replace(node);
  const moved = bias.map((value) => value * factor + term);
  graph.replace(conv, ...convolution(graph, conv.inputs[0]!, to, scaled, moved, conv.attributes));
  return true;
}

/** Into the convolution behind: exact only where no nought is put around what it reads, or the term is nought. */
function foldForward(graph: Graph, { node, from, to, factor, term }: ScalarStep): boolean {
  const [conv] = graph.readersOf(to);
  if (conv?.operator !== 'Conv' || !isReadOnce(graph, to) || conv.inputs[0] !== to) return false;
  if (term !== 0 && integersOf(conv, 'pads').some((pad) => pad !== 0)) return false;
  const { weights, bias } = partsOf(graph, conv);
  const each = weights.values.length / bias.length;
  const moved = bias.map((value, channel) => {
    const own = weights.values.subarray(channel * each, (channel + 1) * each);
    return value + own.reduce((sum, weight) => sum + weight, 0) * term;
  });
  const scaled = { shape: weights.shape, values: weights.values.map((value) => value * factor) };
  graph.replace(node);
  graph.replace(conv, ...convolution(graph, from, conv.outputs[0]!, scaled, moved, conv.attributes));
  return true;
}

/** As a convolution of one pixel and one channel at a time, which the runtime does in its own layout. */
function asConvolution(graph: Graph, { node, from, to, factor, term }: ScalarStep): boolean {
  const channels = channelsOf(graph, from);
  if (channels === null) return false;
  const same = (value: number): Float32Array => new Float32Array(channels).fill(value);
  graph.replace(node, ...perChannel(graph, { from, to }, same(factor), same(term)));
  return true;
}

/**
 * Takes additions, multiplications and divisions by one constant out of a net of convolutions: into the convolution before
 * or behind, or as a convolution of their own. The answers are the same but for rounding. ONNX Runtime keeps values of
 * convolutions in blocks of sixteen channels and must bring them into plain order and back for every other operation on
 * them; in the text nets that took more than half of the time.
 */
export function foldScalars(graph: Graph): void {
  const each = (nodes: readonly GraphNode[], fold: (graph: Graph, step: ScalarStep) => boolean): void => {
    for (const node of nodes) {
      const step = stepOf(graph, node);
      if (step !== null) fold(graph, step);
    }
  };
  each([...graph.nodes], foldBack);
  // From the back, because the last of several steps before a convolution must go first.
  each(graph.nodes.toReversed(), foldForward);
  // Of several steps in a row the first becomes a convolution and takes the others.
  each([...graph.nodes], (_, step) => foldBack(graph, step) || asConvolution(graph, step));
}

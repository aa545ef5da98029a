import { attributeMessage } from './attribute-message.ts';
import { constantNode, type Graph, type GraphNode } from './graph.ts';

/**
 * Each channel times its own factor, and its own term added: a convolution of one pixel and one channel at a time, which
 * ONNX Runtime does in its own layout.
 */
export function perChannel(
  graph: Graph,
  { from, to }: { readonly from: string; readonly to: string },
  factors: Float32Array,
  terms?: Float32Array,
): GraphNode[] {
  const weights = graph.newName();
  const bias = terms === undefined ? [] : [constantNode(graph.newName(), { shape: [terms.length], values: terms })];
  const attributes = new Map([
    ['group', attributeMessage('group', factors.length)],
    ['kernel_shape', attributeMessage('kernel_shape', [1, 1])],
  ]);
  const inputs = [from, weights, ...bias.flatMap(({ outputs }) => outputs)];
  return [
    constantNode(weights, { shape: [factors.length, 1, 1, 1], values: factors }),
    ...bias,
    { operator: 'Conv', inputs, outputs: [to], attributes },
  ];
}

import { constantNode, type Graph, type GraphNode } from './graph.ts';

/** For x + x * gate: the product, its gate and x. */
function gateOf(graph: Graph, sum: GraphNode): { readonly gate: string; readonly x: string } | null {
  if (sum.operator !== 'Add') return null;
  for (const [x, product] of [sum.inputs, sum.inputs.toReversed()] as [string, string][]) {
    const maker = graph.makerOf(product);
    if (maker?.operator !== 'Mul' || !maker.inputs.includes(x)) continue;
    const gate = maker.inputs.find((input) => input !== x);
    // Only a gate of one number a channel is smaller than what it opens.
    if (gate !== undefined && graph.makerOf(gate)?.operator === 'HardSigmoid') return { gate, x };
  }
  return null;
}

/** Makes x + x * gate into x * (gate + 1), so that the large value is gone through once. */
export function foldGates(graph: Graph): void {
  for (const sum of [...graph.nodes]) {
    const found = gateOf(graph, sum);
    if (found === null) continue;
    const [one, opened] = [graph.newName(), graph.newName()];
    graph.replace(
      sum,
      constantNode(one, { shape: [], values: Float32Array.of(1) }),
      { operator: 'Add', inputs: [found.gate, one], outputs: [opened], attributes: new Map() },
      { operator: 'Mul', inputs: [found.x, opened], outputs: sum.outputs, attributes: new Map() },
    );
  }
}

import type { Graph } from './onnx/graph.ts';

/** The value before UltraFace makes boxes of its answers; ONNX files name values, not layers. */
const rawShifts = '462';

/**
 * Lets UltraFace see pictures of any size instead of 320 x 240: it is made of convolutions alone, and only the squares
 * that its answers refer to were written down for that size. They are plain arithmetic and are done where the answers
 * are read.
 */
export function showWholePhotos(graph: Graph): void {
  graph.nodes.push({ operator: 'Identity', inputs: [rawShifts], outputs: ['shifts'], attributes: new Map() });
  graph.declare({ input: [1, 3, 'height', 'width'] }, { scores: [1, 'boxes', 2], shifts: [1, 'boxes', 4] });
}

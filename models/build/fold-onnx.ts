import { copyOnnx } from './copy-onnx.ts';
import { foldGates } from './onnx/fold-gates.ts';
import { foldScalars } from './onnx/fold-scalars.ts';
import { Graph } from './onnx/graph.ts';

/**
 * A build step for a net that is ONNX already and does much between its convolutions: the same net with less of it. The
 * answers differ by rounding only. `file` is the path inside the package.
 */
export function foldOnnx(file: string): (packageFolder: string) => Promise<Uint8Array> {
  return async (packageFolder) => {
    const graph = new Graph(await copyOnnx(file)(packageFolder));
    foldScalars(graph);
    foldGates(graph);
    return graph.encode();
  };
}

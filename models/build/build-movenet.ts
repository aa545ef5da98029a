import { readHumanModel } from './read-human-model.ts';
import { convertGraph } from './tfjs/convert-graph.ts';
import { graphModel } from './tfjs/graph-model.ts';

/** MoveNet multipose lightning as ONNX, with its own post-processing inside. */
export async function buildMovenet(packageFolder: string): Promise<Uint8Array> {
  const { modelFile, weights } = await readHumanModel(packageFolder, 'movenet-multipose');
  return convertGraph(graphModel.parse(modelFile), weights, {
    graphName: 'MoveNet multipose lightning',
    input: { name: 'image', shape: [1, 'height', 'width', 3], divideBy: 1 },
    outputs: { Identity: { name: 'people', shape: [1, 6, 56] } },
  });
}

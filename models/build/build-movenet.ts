import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { convertGraph } from './tfjs/convert-graph.ts';
import { graphModel } from './tfjs/graph-model.ts';

/** MoveNet multipose lightning as ONNX, with its own post-processing inside. */
export async function buildMovenet(packageFolder: string): Promise<Uint8Array> {
  const base = path.join(packageFolder, 'models', 'movenet-multipose');
  const topology = graphModel.parse(JSON.parse(await readFile(`${base}.json`, 'utf8')));
  return convertGraph(topology, await readFile(`${base}.bin`), {
    graphName: 'MoveNet multipose lightning',
    input: { name: 'image', shape: [1, 'height', 'width', 3], divideBy: 1 },
    outputs: { Identity: { name: 'people', shape: [1, 6, 56] } },
  });
}

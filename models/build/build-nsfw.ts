import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { convertGraph } from './tfjs/convert-graph.ts';
import { graphModel } from './tfjs/graph-model.ts';

const folderInPackage = 'dist/models/mobilenet_v2_mid';

/** The name of the layer before the head. */
export const nsfwFeatureNode =
  'StatefulPartitionedCall/sequential/keras_layer/' +
  'StatefulPartitionedCall/StatefulPartitionedCall/StatefulPartitionedCall/predict/feature_vector/SpatialSqueeze';

/** nsfwjs publishes its files as CommonJS modules: the model file as an object, the weights as base64 text. */
export function readNsfwFiles(packageFolder: string): { modelFile: unknown; weights: Uint8Array } {
  const load = createRequire(path.join(packageFolder, 'package.json'));
  const file = (name: string): unknown => load(path.join(packageFolder, folderInPackage, `${name}.min.js`));
  const parts = ['group1-shard1of2', 'group1-shard2of2'].map((name) => z.string().parse(file(name)));
  return { modelFile: file('model'), weights: Buffer.concat(parts.map((part) => Buffer.from(part, 'base64'))) };
}

/** nsfwjs's MobileNet v2 (width 1.4, 224 px) as ONNX, with the layer before the head as an output of its own. */
export function buildNsfw(packageFolder: string): Promise<Uint8Array> {
  const { modelFile, weights } = readNsfwFiles(packageFolder);
  const bytes = convertGraph(graphModel.parse(modelFile), weights, {
    graphName: 'nsfwjs MobileNet v2 1.4 224',
    input: { name: 'image', shape: ['batch', 224, 224, 3], divideBy: 255 },
    outputs: {
      [nsfwFeatureNode]: { name: 'features', shape: ['batch', 1792] },
      Identity: { name: 'classes', shape: ['batch', 5] },
    },
  });
  return Promise.resolve(bytes);
}

import { readHumanModel } from './read-human-model.ts';
import { convertGraph, type ConvertedShape } from './tfjs/convert-graph.ts';
import { graphModel } from './tfjs/graph-model.ts';

type OutputShape = ConvertedShape['outputs'][string];

/** Boxes that each layer proposes for one of its cells, by the layer's stride in pixels. */
export const boxesOfCell = { 32: 21, 64: 1, 128: 1 } as const;

/**
 * FaceBoxes (Zhang et al. 2017) as ONNX, up to the raw answers of its three layers. Anchors and the choice among
 * overlapping boxes are plain arithmetic and are done where the answers are read.
 */
export async function buildFaceBoxes(packageFolder: string): Promise<Uint8Array> {
  const { modelFile, weights } = await readHumanModel(packageFolder, 'faceboxes');
  const layers = Object.entries(boxesOfCell).flatMap(([stride, count], layer): [string, OutputShape][] => {
    const cells = [1, `rows${stride}`, `columns${stride}`];
    return [
      [`class_predictor_${layer}`, { name: `cls_${stride}`, shape: [...cells, count * 2] }],
      [`box_encoding_predictor_${layer}`, { name: `bbox_${stride}`, shape: [...cells, count * 4] }],
    ];
  });
  return convertGraph(graphModel.parse(modelFile), weights, {
    graphName: 'FaceBoxes',
    input: {
      name: 'image',
      shape: [1, 3, 'height', 'width'],
      divideBy: 1,
      at: 'standardize_input/sub',
      isPlanar: true,
    },
    outputs: Object.fromEntries(layers.map(([node, shape]) => [`prediction_layers/${node}/BiasAdd`, shape])),
  });
}

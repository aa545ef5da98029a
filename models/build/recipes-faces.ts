import { boxesOfCell, buildFaceBoxes } from './build-faceboxes.ts';
import { copyOnnx } from './copy-onnx.ts';
import { flushTinyWeights } from './flush-tiny-weights.ts';
import { foldPrelus } from './onnx/fold-prelus.ts';
import { Graph } from './onnx/graph.ts';
import { showWholePhotos } from './show-whole-photos.ts';
import type { Recipe } from './recipe.ts';

const unknownTraining = 'The package does not say what this net was trained on.';

function faceplugin(
  recipe: Pick<Recipe, 'id' | 'inputs' | 'outputs' | 'limits'>,
  change: (graph: Graph) => void = () => undefined,
): Recipe {
  const file = `model/${recipe.id}.onnx`;
  return {
    ...recipe,
    from: 'faceplugin',
    path: file,
    licence: 'MIT',
    build: async (folder) => {
      const graph = new Graph(flushTinyWeights(await copyOnnx(file)(folder)));
      change(graph);
      return graph.encode();
    },
  };
}

/** Two detectors, 68 points and a 512-number description. All but FaceBoxes are ONNX already. */
export const faceRecipes: readonly Recipe[] = [
  faceplugin(
    {
      id: 'fr_detect',
      inputs: [
        {
          name: 'input',
          shape: [1, 3, 'height', 'width'],
          meaning: 'RGB, (value - 127) / 128, planes; both sides multiples of 32',
        },
      ],
      outputs: [
        { name: 'scores', shape: [1, 'boxes', 2], meaning: 'probabilities: background, face; each pair sums to 1' },
        {
          name: 'shifts',
          shape: [1, 'boxes', 4],
          meaning:
            'of each square of each cell: across and down in tenths of its side, width and height as fifths of a power of e',
        },
      ],
      limits: [
        unknownTraining,
        'In a trial with 20 faces of adults it found none of 12 pixels in the 320 x 240 input, half of 16, and all of 24.',
        'Faces that touch the edges of the input are missed; add a border of about 30 % when a face fills the frame.',
        'Turned in the picture plane by 30 degrees, 17 of those 20 were found; by 40, 14; by 60, 10; by 90, 8.',
        'Textures such as foliage and cloth give false faces at low scores.',
      ],
    },
    showWholePhotos,
  ),
  faceplugin({
    id: 'fr_landmark',
    inputs: [
      {
        name: 'input',
        shape: [1, 1, 64, 64],
        meaning: 'grey levels / 256 of the face box, stretched to 64 x 64 pixels',
      },
    ],
    outputs: [
      {
        name: 'output',
        shape: [1, 136],
        meaning: '68 points x, y as shares of the box: jaw 0-16, brows 17-26, nose 27-35, eyes 36-47, mouth 48-67',
      },
    ],
    limits: [
      unknownTraining,
      'Made for the boxes of fr_detect; other boxes move the points.',
      'How well it does on profiles has not been measured.',
    ],
  }),
  faceplugin(
    {
      id: 'fr_feature',
      inputs: [
        {
          name: 'input',
          shape: [1, 3, 112, 112],
          meaning: 'RGB, (value - 127) / 128, planes; face aligned to the usual five points at 112 x 112',
        },
      ],
      outputs: [
        { name: 'output', shape: [1, 512], meaning: 'description of the face, not normalised; compare by cosine' },
      ],
      limits: [
        unknownTraining,
        'Children are told apart less well than adults, the youngest worst; one threshold does not suit all ages.',
        'Siblings and strangers of the same age can score as high as two photos of one child.',
        'Faces under about 40 pixels, blurred or turned far away carry too little to compare.',
        'How well it does for each ethnic group has not been measured.',
      ],
    },
    foldPrelus,
  ),
  {
    id: 'faceboxes',
    from: 'humanModels',
    path: 'models/faceboxes.bin',
    licence: 'MIT',
    inputs: [
      {
        name: 'image',
        shape: [1, 3, 'height', 'width'],
        meaning: 'RGB, value / 127.5 - 1, planes; both sides multiples of 128, black to the right and below',
      },
    ],
    outputs: Object.entries(boxesOfCell).flatMap(([stride, count]) => {
      const cells = [1, `rows${stride}`, `columns${stride}`];
      return [
        {
          name: `cls_${stride}`,
          shape: [...cells, count * 2],
          meaning: `for each box of a cell of ${stride} pixels: background, face; before the softmax`,
        },
        {
          name: `bbox_${stride}`,
          shape: [...cells, count * 4],
          meaning:
            'for each box: shift down and across in tenths of the anchor, height and width as fifths of a power of e',
        },
      ];
    }),
    limits: [
      'Its author trained it on WIDER FACE: photos from the web, mostly of adults.',
      'Anchors of 32 pixels are the smallest: faces under about 20 pixels of its input are rarely found.',
      'Its scores are low: of the faces it finds many lie between .25 and .5.',
    ],
    build: buildFaceBoxes,
  },
];

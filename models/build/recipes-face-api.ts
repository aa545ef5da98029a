import { buildSsd } from './face-api/ssd.ts';
import type { Recipe } from './recipe.ts';

/** face-api's own nets, converted from TensorFlow.js; tests hold them to face-api's results. */
export const faceApiRecipes: readonly Recipe[] = [
  {
    id: 'faceapi_ssd',
    from: 'faceApi',
    path: 'model/ssd_mobilenetv1_model.bin',
    licence: 'MIT',
    inputs: [
      {
        name: 'image',
        shape: ['batch', 512, 512, 3],
        meaning:
          'RGB 0-255, interleaved; the photo in the top left corner, black to the right or below until square, ' +
          'then resized to 512 x 512',
      },
    ],
    outputs: [
      {
        name: 'boxes',
        shape: ['batch', 5118, 4],
        meaning: 'left, top, right, bottom as shares of the square input, not clamped; not yet thinned out',
      },
      { name: 'scores', shape: ['batch', 5118], meaning: 'probability of a face' },
    ],
    limits: [
      'Trained on WIDER FACE, whose photos come from the web; its authors say little about ages and ethnic groups.',
      'Faces that fill the frame are often missed.',
      'Faces under about 16 pixels in the 512 x 512 input are missed.',
    ],
    build: buildSsd,
  },
];

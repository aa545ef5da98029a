import { buildMovenet } from './build-movenet.ts';
import { buildNsfw } from './build-nsfw.ts';
import type { Recipe } from './recipe.ts';

/** The nets that look at whole people and scenes. */
export const sceneRecipes: readonly Recipe[] = [
  {
    id: 'nsfw_mobilenetv2',
    from: 'nsfwjs',
    path: 'dist/models/mobilenet_v2_mid',
    licence: 'MIT',
    inputs: [
      {
        name: 'image',
        shape: ['batch', 224, 224, 3],
        meaning: 'RGB 0-255, interleaved; stretched to 224 x 224, or any square crop',
      },
    ],
    outputs: [
      { name: 'features', shape: ['batch', 1792], meaning: 'the layer before the head, none negative, at most 6' },
      { name: 'classes', shape: ['batch', 5], meaning: 'probabilities: drawing, hentai, neutral, porn, sexy' },
    ],
    limits: [
      'Trained on some hundred thousand web pictures that are not published; their people are adults.',
      'Use its features, not its classes: 8-bit storage of filters with very uneven ranges harmed it, and it calls three of ' +
        'four ordinary photos a drawing. nsfw_mobilenetv2_heads has the sound classes.',
      'Bare skin in sport, babies and close portraits can score high.',
    ],
    build: buildNsfw,
  },
  {
    id: 'movenet_multipose',
    from: 'humanModels',
    path: 'models/movenet-multipose.bin',
    licence: 'MIT (package); Apache-2.0 (Google, MoveNet)',
    inputs: [
      {
        name: 'image',
        shape: [1, 'height', 'width', 3],
        meaning: 'RGB 0-255, interleaved; both sides multiples of 32, longer side 256 in its author’s advice',
      },
    ],
    outputs: [
      {
        name: 'people',
        shape: [1, 6, 56],
        meaning:
          'for each of 6 people 17 points y, x, score (nose, eyes, ears, shoulders, elbows, wrists, hips, knees, ' +
          'ankles; the subject’s left first), then the box top, left, bottom, right and its score; shares of the input',
      },
    ],
    limits: [
      'At most six people; in larger groups the others are not reported at all.',
      'Trained on COCO and photos of fitness and dance: people lying, upside down or swimming are rare there.',
      'How small people may be has not been measured.',
    ],
    build: buildMovenet,
  },
];

import { buildNsfwHeads } from './build-nsfw-heads.ts';
import type { Recipe } from './recipe.ts';

/** The net behind the nudity quarantine. */
export const nudityRecipes: readonly Recipe[] = [
  {
    id: 'nsfw_mobilenetv2_heads',
    from: 'nsfwjs',
    path: 'dist/models/mobilenet_v2',
    licence: 'MIT',
    inputs: [
      {
        name: 'image',
        shape: ['batch', 224, 224, 3],
        meaning: 'RGB 0-255, interleaved; stretched to 224 x 224, or any square crop',
      },
    ],
    outputs: [
      { name: 'features', shape: ['batch', 1280], meaning: 'the layer before the heads, none negative, at most 6' },
      { name: 'classes', shape: ['batch', 5], meaning: 'probabilities: drawing, hentai, neutral, porn, sexy' },
    ],
    limits: [
      'Trained on some hundred thousand web pictures that are not published; their people are adults.',
      'Bikinis and bare chests in sport are split between "sexy", "porn" and "neutral" without a pattern.',
      'Underwater and close-up photos of swimmers can score high for "hentai".',
    ],
    build: buildNsfwHeads,
  },
];

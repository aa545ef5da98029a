import { faceApiRecipes } from './recipes-face-api.ts';
import { faceRecipes } from './recipes-faces.ts';
import type { Recipe } from './recipe.ts';
import { nudityRecipes } from './recipes-nudity.ts';
import { sceneRecipes } from './recipes-scene.ts';
import { textRecipes } from './recipes-text.ts';

/** Every shipped model, in the order of the manifest. */
export const recipes: readonly Recipe[] = [
  ...faceRecipes,
  ...faceApiRecipes,
  ...sceneRecipes,
  ...nudityRecipes,
  ...textRecipes,
];

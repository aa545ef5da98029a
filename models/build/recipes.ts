import { faceRecipes } from './recipes-faces.ts';
import { textRecipes } from './recipes-text.ts';
import type { Recipe } from './recipe.ts';

/** Every shipped model, in the order of the manifest. */
export const recipes: readonly Recipe[] = [...faceRecipes, ...textRecipes];

import { writeFile } from 'node:fs/promises';
import { makeOutput } from '../../pipeline/covering/make-output.ts';
import type { Recipe } from '../../pipeline/covering/recipe.ts';
import type { Evidence } from '../../policy/words/evidence.ts';
import type { ModerationParts } from './parts.ts';

/** What covers do not change. */
export type Worn = Pick<Evidence, 'attire' | 'nudity'>;

/**
 * What the same picture shows without its covers, in dress: known already where nothing is cropped; null where nothing is
 * covered. Nobody is compared. Throws `aborted`, and what making a picture throws.
 */
export async function observeUncovered(
  { vault, screening }: Pick<ModerationParts, 'vault' | 'screening'>,
  { clean, recipe, original }: { readonly clean: Buffer; readonly recipe: Recipe; readonly original: Worn },
  signal: AbortSignal,
): Promise<Worn | null> {
  if (recipe.heads.length + recipe.areas.length === 0) return null;
  if (recipe.crop === null) return original;
  const { bytes } = await makeOutput(clean, { ...recipe, heads: [], areas: [] });
  return await vault.withPlainPlace(async (path) => {
    await writeFile(path, bytes);
    const compare = { off: 'only what is worn is looked at' };
    const request = { path, compare, cleanTo: null, cleanLongEdgePx: null };
    const { attire, nudity } = (await screening().screen(request, signal)).evidence;
    return { attire, nudity };
  });
}

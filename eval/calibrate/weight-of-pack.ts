import type { Comparison } from './comparison.ts';

/**
 * How much a pack's cosine counts: as much as half of what the shipped nets say together, which is what they count
 * beside it (`netsWithPack`). Both are measured by how far apart the likenesses of strangers of school age lie, two photos
 * alone; nothing is fitted on photos of one person. Throws when there are no such strangers.
 */
export function weightOfPack(shipped: readonly Comparison[], pack: readonly Comparison[]): number {
  return Number((spreadOf(shipped) / spreadOf(pack) / 2).toFixed(3));
}

/** Standard deviation. */
function spreadOf(comparisons: readonly Comparison[]): number {
  const likenesses = comparisons
    .filter(({ group, pupil, shown, alone }) => group === 'pupils' && pupil !== shown && alone !== -Infinity)
    .map(({ alone }) => alone);
  if (likenesses.length < 2) throw new Error('there are no strangers of school age to measure with');
  const mean = likenesses.reduce((sum, one) => sum + one, 0) / likenesses.length;
  return Math.sqrt(likenesses.reduce((sum, one) => sum + (one - mean) ** 2, 0) / likenesses.length);
}

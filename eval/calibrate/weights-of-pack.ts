import type { PackMeasurement } from '../../src/detectors/match/pack-measurement.ts';
import type { Comparison } from './comparison.ts';

/**
 * How much the shipped nets and a pack's net count in a joined likeness, from the same comparisons, in the same order, by
 * the shipped nets alone and by the pack's cosine alone. Each says as much as the other, and strangers' likenesses lie as
 * far apart as those of the shipped nets alone: both by the standard deviation among strangers of school age, two photos
 * alone. Nothing is fitted on photos of one person. Throws when there are no such strangers.
 */
export function weightsOfPack(shipped: readonly Comparison[], pack: readonly Comparison[]): PackMeasurement['weights'] {
  const strangers = shipped.flatMap((one, at) =>
    one.group === 'pupils' && one.pupil !== one.shown && one.alone !== -Infinity
      ? [{ shipped: one.alone, pack: pack[at]!.alone }]
      : [],
  );
  const spread = spreadOf(strangers.map((one) => one.shipped));
  const asMuch = spread / spreadOf(strangers.map((one) => one.pack));
  const joined = spreadOf(strangers.map((one) => one.shipped + asMuch * one.pack));
  return { shipped: round(spread / joined), pack: round((asMuch * spread) / joined) };
}

/** Standard deviation. */
function spreadOf(values: readonly number[]): number {
  if (values.length < 2) throw new Error('there are no strangers of school age to measure with');
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  return Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length);
}

const round = (weight: number): number => Number(weight.toFixed(4));

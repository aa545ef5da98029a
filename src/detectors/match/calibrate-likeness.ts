import type { LikenessAtAge, LikenessScale } from '../../policy/words/match-measurement.ts';
import { measuredMatching } from '../../policy/words/measured-matching.ts';

/** Without a date of birth a pupil is taken to be this old: the age at which one threshold serves 4 to 17 best. */
const usualAgeYears = 10;
const { words, scales } = measuredMatching;
const logOdds = (share: number): number => Math.log(share / (1 - share));

/**
 * Raw likeness as a score from 0 to 1 that means the same for every age: a logistic curve through the two measured
 * likenesses that begin `possible` and `likely` at that age. Small children look alike to the nets and need more.
 */
export function calibrateLikeness(
  likeness: number,
  scale: keyof typeof scales,
  ageYears: number = usualAgeYears,
): number {
  return scoreOnScale(likeness, scales[scale], ageYears);
}

/** The same on a given scale, such as one that was fitted on half of the people. */
export function scoreOnScale(likeness: number, scale: LikenessScale, ageYears: number): number {
  const [possible, likely] = [likenessAt(scale.possible, ageYears), likenessAt(scale.likely, ageYears)];
  const steepness = (logOdds(words.likely) - logOdds(words.possible)) / (likely - possible);
  return 1 / (1 + Math.exp(-logOdds(words.likely) - steepness * (likeness - likely)));
}

/** Where a measured likeness lies at an age: on straight lines between the measured ages, level outside them. */
export function likenessAt(points: readonly LikenessAtAge[], ageYears: number): number {
  const after = points.findIndex((point) => point.ageYears >= ageYears);
  const high = points.at(after)!;
  if (after <= 0) return high.likeness;
  const low = points[after - 1]!;
  const along = (ageYears - low.ageYears) / (high.ageYears - low.ageYears);
  return low.likeness + (high.likeness - low.likeness) * along;
}

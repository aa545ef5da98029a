import type { LikenessAtAge, LikenessScale } from '../../policy/words/match-measurement.ts';
import { measuredMatching } from '../../policy/words/measured-matching.ts';

/** Without a date of birth a pupil is taken to be this old: the age at which one threshold serves 4 to 17 best. */
const usualAgeYears = 10;
const { words } = measuredMatching;
/** By what is added a face reaches no more than this: only its own likeness may block a photo. */
const mostLifted = words.likely - 0.01;
/** Length of a face vector from which nothing is added, what is added for each unit less, and where that ends. */
const weak = { below: 3.7, perUnit: 0.15, downTo: 2.5 } as const;
const logOdds = (share: number): number => Math.log(share / (1 - share));

/** A raw likeness, and what it is to be read by. */
interface Likeness {
  readonly likeness: number;
  /** Length of the face's vector (`FaceVectors`). */
  readonly strength: number;
  /** Of the pupil; without a date of birth the age at which one threshold serves best. */
  readonly ageYears?: number | undefined;
}

/**
 * Raw likeness as a score from 0 to 1 that means the same for every age and for every face: a logistic curve through the
 * two measured likenesses that begin `possible` and `likely` at that age. Small children look alike to the nets and need
 * more; a face of which little was seen is less like everybody, and `possible` from less.
 */
export function calibrateLikeness(
  { likeness, strength, ageYears = usualAgeYears }: Likeness,
  scale: LikenessScale,
): number {
  const [possible, likely] = [likenessAt(scale.possible, ageYears), likenessAt(scale.likely, ageYears)];
  const steepness = (logOdds(words.likely) - logOdds(words.possible)) / (likely - possible);
  const scoreAt = (at: number): number => 1 / (1 + Math.exp(-logOdds(words.likely) - steepness * (at - likely)));
  return Math.max(scoreAt(likeness), Math.min(scoreAt(likeness + liftOf(strength)), mostLifted));
}

/**
 * What is added to the raw likeness of a face whose vector is short, so that one stranger in a hundred reaches `possible`
 * whether a face is seen well or half hidden by dark glasses, a hand, paint or hair (docs/accuracy.md).
 */
export function liftOf(strength: number): number {
  return weak.perUnit * Math.max(0, weak.below - Math.max(strength, weak.downTo));
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

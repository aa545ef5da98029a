/** Raw likeness at which a pupil of a given age is likely (score .5) and possible (score .3). */
interface Anchors {
  readonly possible: number;
  readonly likely: number;
}

const anchorsByAge: readonly { readonly fromYears: number; readonly anchors: Anchors }[] = [
  { fromYears: 0, anchors: { possible: 3.5, likely: 3.6 } },
  { fromYears: 4, anchors: { possible: 3.305, likely: 3.409 } },
  { fromYears: 18, anchors: { possible: 2.95, likely: 3.06 } },
];
/** Without a date of birth a pupil is taken to be of school age. */
const usualAge = 10;

/**
 * Raw likeness as a score from 0 to 1 on which .5 is likely (a stranger gets there once in a thousand comparisons) and
 * .3 possible (once in a hundred), for every age: a logistic curve through both points.
 */
export function calibrateLikeness(likeness: number, ageYears: number = usualAge): number {
  const { anchors } = anchorsByAge.findLast(({ fromYears }) => ageYears >= fromYears) ?? anchorsByAge[0]!;
  const steepness = Math.log(0.7 / 0.3) / (anchors.likely - anchors.possible);
  return 1 / (1 + Math.exp(-steepness * (likeness - anchors.likely)));
}

import { liftOf, likenessAt } from '../../src/detectors/match/calibrate-likeness.ts';
import type { LikenessAtAge, LikenessScale } from '../../src/policy/words/match-measurement.ts';
import type { Comparison, Scale } from './comparison.ts';

/** Where each word begins: the share of comparisons with strangers that reach it. */
export const strangersReaching = { possible: 0.01, likely: 0.001 } as const;
/** `likely` is at least this far above `possible`, so that the score rises with likeness at every age. */
const leastGap = 0.05;

interface AgeBand {
  readonly from: number;
  readonly to: number;
  /** The ages at which the band's likeness is set down. */
  readonly at: readonly number[];
}
const youngest: AgeBand = { from: 0, to: 3, at: [2] };
const school: AgeBand = { from: 4, to: 17, at: [4, 17] };
const grown: AgeBand = { from: 18, to: 99, at: [30] };
const schoolByAge: readonly AgeBand[] = [
  { from: 4, to: 7, at: [5.5] },
  { from: 8, to: 11, at: [9.5] },
  { from: 12, to: 17, at: [14.5] },
];

/**
 * The likenesses at which the words begin, from comparisons with strangers; for `possible` with what is added to faces of
 * which little is seen. One in a hundred is set by age for two photos alone; in a register no difference between school ages
 * was left to set. One in a thousand needs all school ages together, so `likely` lies one distance above `possible` for
 * children and another for adults. No age needs less than an older one.
 */
export function fitScale(comparisons: readonly Comparison[], scale: Scale): LikenessScale {
  const strangers = comparisons.filter(({ pupil, shown }) => pupil !== shown);
  const inBand = ({ from, to }: AgeBand): Comparison[] =>
    strangers.filter(({ ageYears }) => ageYears >= from && ageYears <= to);
  const bands = [youngest, ...(scale === 'alone' ? schoolByAge : [school]), grown];
  const possible = falling(
    bands.flatMap((band) => {
      const likeness = reachedBy(
        inBand(band).map((one) => one[scale] + liftOf(one.strength)),
        strangersReaching.possible,
      );
      return band.at.map((ageYears) => ({ ageYears, likeness }));
    }),
  );
  const gapOf = (band: AgeBand): number => {
    const above = inBand(band).map((one) => one[scale] - likenessAt(possible, one.ageYears));
    return Math.max(leastGap, reachedBy(above, strangersReaching.likely));
  };
  const gaps = { child: gapOf(school), adult: gapOf(grown) };
  const likely = possible.map(({ ageYears, likeness }) => ({
    ageYears,
    likeness: round(likeness + (ageYears < grown.from ? gaps.child : gaps.adult)),
  }));
  return { possible, likely };
}

const round = (likeness: number): number => Number(likeness.toFixed(3));

/** Throws when there is nobody to fit on. */
function reachedBy(likenesses: readonly number[], share: number): number {
  const ranked = [...likenesses].sort((a, b) => b - a);
  const at = ranked[Math.floor(share * ranked.length)];
  if (at === undefined || !Number.isFinite(at)) throw new Error('an age group has no comparisons with strangers');
  return at;
}

function falling(points: readonly LikenessAtAge[]): LikenessAtAge[] {
  let lowest = Infinity;
  return points.map(({ ageYears, likeness }) => {
    lowest = Math.min(lowest, likeness);
    return { ageYears, likeness: round(lowest) };
  });
}

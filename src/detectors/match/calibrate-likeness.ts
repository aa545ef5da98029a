/**
 * Mean raw likeness of strangers at most three years apart, by age in years. It falls as children grow: small children
 * look alike to the nets. Its spread does not change with age, so two distances above it serve all ages.
 */
const strangers = [
  { ageYears: 2, likeness: 3.165 },
  { ageYears: 5.5, likeness: 2.998 },
  { ageYears: 9.5, likeness: 2.896 },
  { ageYears: 14.5, likeness: 2.742 },
  { ageYears: 30, likeness: 2.512 },
] as const;
/** Above the strangers' mean: one stranger in a hundred comparisons gets to `possible`, one in a thousand to `likely`. */
const above = { possible: 0.41, likely: 0.53 } as const;
/** Without a date of birth a pupil is taken to be this old: the age at which one threshold serves 4 to 17 best. */
const usualAgeYears = 10;
const steepness = Math.log(0.7 / 0.3) / (above.likely - above.possible);

/**
 * Raw likeness as a score from 0 to 1 on which .5 is likely (a stranger gets there about once in a thousand comparisons)
 * and .3 possible (once in a hundred), for every age: a logistic curve through both points. Measured on half of the
 * subjects of a labelled set; docs/accuracy.md has the rates on the other half.
 */
export function calibrateLikeness(likeness: number, ageYears: number = usualAgeYears): number {
  return 1 / (1 + Math.exp(-steepness * (likeness - meanOfStrangers(ageYears) - above.likely)));
}

/** Straight lines between the measured ages, level outside them. */
function meanOfStrangers(ageYears: number): number {
  const after = strangers.findIndex((point) => point.ageYears >= ageYears);
  if (after === -1) return strangers.at(-1)!.likeness;
  const [low, high] = [strangers[Math.max(after - 1, 0)]!, strangers[after]!];
  if (low === high) return high.likeness;
  const along = (ageYears - low.ageYears) / (high.ageYears - low.ageYears);
  return low.likeness + (high.likeness - low.likeness) * along;
}

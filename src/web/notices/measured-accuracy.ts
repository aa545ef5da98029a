/** Figures of the accuracy table in the README, for the impact assessment; a test holds the two together. */
export const measuredAccuracy = {
  faces: '.901 / .926 / .951 / .973',
  falseBoxes: '1.34',
  children: '.926 / .767',
  youngest: '.406 / .188',
  swimming: '.993',
  otherSports: '.040',
  names: '.877 / .975 / .981 / .985',
} as const;

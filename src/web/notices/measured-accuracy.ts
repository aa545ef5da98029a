/** Figures of the accuracy table in the README, for the impact assessment; a test holds the two together. */
export const measuredAccuracy = {
  faces: '.891 / .917 / .939 / .965',
  falseBoxes: '1.37',
  children: '.931 / .783',
  youngest: '.469 / .156',
  swimming: '.993',
  otherSports: '.040',
  names: '.877 / .975 / .981 / .985',
} as const;

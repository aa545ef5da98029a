/** Figures of the accuracy table in the README, for the impact assessment; a test holds the two together. */
export const measuredAccuracy = {
  faces: '.876 / .924 / .958 / .980',
  falseBoxes: '1.22',
  children: '.937 / .794',
  youngest: '.500 / .313',
  swimming: '.993',
  otherSports: '.038',
  names: '.877 / .979 / .981 / .985',
} as const;

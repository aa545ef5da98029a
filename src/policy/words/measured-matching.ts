import type { MatchMeasurement } from './match-measurement.ts';

/** Written by `npm run eval -- calibrate`; docs/accuracy.md says on what. Never edited by hand. */
export const measuredMatching: MatchMeasurement = {
  words: { likely: 0.5, possible: 0.3 },
  scales: {
    alone: {
      possible: [
        { ageYears: 2, likeness: 2.555 },
        { ageYears: 5.5, likeness: 2.413 },
        { ageYears: 9.5, likeness: 2.36 },
        { ageYears: 14.5, likeness: 2.266 },
        { ageYears: 30, likeness: 2.1 },
      ],
      likely: [
        { ageYears: 2, likeness: 2.6 },
        { ageYears: 10, likeness: 2.47 },
        { ageYears: 30, likeness: 2.2 },
      ],
    },
    register: {
      possible: [
        { ageYears: 2, likeness: 1.77 },
        { ageYears: 4, likeness: 1.343 },
        { ageYears: 17, likeness: 1.343 },
        { ageYears: 30, likeness: 1.2 },
      ],
      likely: [
        { ageYears: 2, likeness: 1.88 },
        { ageYears: 4, likeness: 1.544 },
        { ageYears: 17, likeness: 1.544 },
        { ageYears: 30, likeness: 1.4 },
      ],
    },
  },
  errors: [],
};

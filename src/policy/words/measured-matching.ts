import type { MatchMeasurement } from './match-measurement.ts';

/** Written by `npm run eval -- calibrate`; docs/accuracy.md says on what. Never edited by hand. */
export const measuredMatching: MatchMeasurement = {
  words: { likely: 0.5, possible: 0.3 },
  scales: {
    alone: {
      possible: [
        { ageYears: 2, likeness: 2.549 },
        { ageYears: 5.5, likeness: 2.417 },
        { ageYears: 9.5, likeness: 2.369 },
        { ageYears: 14.5, likeness: 2.278 },
        { ageYears: 30, likeness: 2.044 },
      ],
      likely: [
        { ageYears: 2, likeness: 2.662 },
        { ageYears: 5.5, likeness: 2.53 },
        { ageYears: 9.5, likeness: 2.482 },
        { ageYears: 14.5, likeness: 2.391 },
        { ageYears: 30, likeness: 2.169 },
      ],
    },
    register: {
      possible: [
        { ageYears: 2, likeness: 1.543 },
        { ageYears: 4, likeness: 1.315 },
        { ageYears: 17, likeness: 1.315 },
        { ageYears: 30, likeness: 1.093 },
      ],
      likely: [
        { ageYears: 2, likeness: 1.759 },
        { ageYears: 4, likeness: 1.531 },
        { ageYears: 17, likeness: 1.531 },
        { ageYears: 30, likeness: 1.319 },
      ],
    },
  },
  errors: [
    {
      group: 'under-4',
      scale: 'alone',
      likely: { strangers: { share: 0, from: 0, to: 0 }, missed: { share: 0.9063, from: 0.8148, to: 1 } },
      possible: { strangers: { share: 0.0091, from: 0, to: 0.0291 }, missed: { share: 0.5, from: 0.3158, to: 0.75 } },
    },
    {
      group: 'under-4',
      scale: 'register',
      likely: { strangers: { share: 0, from: 0, to: 0 }, missed: { share: 0.9688, from: 0.9143, to: 1 } },
      possible: {
        strangers: { share: 0.0168, from: 0.0037, to: 0.0484 },
        missed: { share: 0.4375, from: 0.2432, to: 0.7 },
      },
    },
    {
      group: 'pupils',
      scale: 'alone',
      likely: {
        strangers: { share: 0.0023, from: 0, to: 0.0133 },
        missed: { share: 0.2275, from: 0.1667, to: 0.2951 },
      },
      possible: {
        strangers: { share: 0.0107, from: 0.003, to: 0.028 },
        missed: { share: 0.0794, from: 0.0462, to: 0.1124 },
      },
    },
    {
      group: 'pupils',
      scale: 'register',
      likely: {
        strangers: { share: 0.0023, from: 0, to: 0.0133 },
        missed: { share: 0.2063, from: 0.1477, to: 0.2738 },
      },
      possible: {
        strangers: { share: 0.0104, from: 0.0022, to: 0.0283 },
        missed: { share: 0.0476, from: 0.0201, to: 0.0778 },
      },
    },
    {
      group: 'adults',
      scale: 'alone',
      likely: { strangers: { share: 0.0011, from: 0, to: 0.003 }, missed: { share: 0.0178, from: 0.0068, to: 0.0293 } },
      possible: {
        strangers: { share: 0.0099, from: 0.0042, to: 0.0157 },
        missed: { share: 0.0022, from: 0, to: 0.0068 },
      },
    },
    {
      group: 'adults',
      scale: 'register',
      likely: {
        strangers: { share: 0.0011, from: 0, to: 0.0026 },
        missed: { share: 0.0133, from: 0.0046, to: 0.0235 },
      },
      possible: {
        strangers: { share: 0.01, from: 0.0035, to: 0.0149 },
        missed: { share: 0.0022, from: 0, to: 0.0068 },
      },
    },
  ],
};

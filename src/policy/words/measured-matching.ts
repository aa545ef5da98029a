import type { MatchMeasurement } from './match-measurement.ts';

/** Written by `npm run eval -- calibrate`; docs/accuracy.md says on what. Never edited by hand. */
export const measuredMatching: MatchMeasurement = {
  words: { likely: 0.5, possible: 0.3 },
  scales: {
    alone: {
      possible: [
        { ageYears: 2, likeness: 2.555 },
        { ageYears: 5.5, likeness: 2.415 },
        { ageYears: 9.5, likeness: 2.365 },
        { ageYears: 14.5, likeness: 2.276 },
        { ageYears: 30, likeness: 2.043 },
      ],
      likely: [
        { ageYears: 2, likeness: 2.673 },
        { ageYears: 5.5, likeness: 2.533 },
        { ageYears: 9.5, likeness: 2.483 },
        { ageYears: 14.5, likeness: 2.394 },
        { ageYears: 30, likeness: 2.169 },
      ],
    },
    register: {
      possible: [
        { ageYears: 2, likeness: 1.521 },
        { ageYears: 4, likeness: 1.314 },
        { ageYears: 17, likeness: 1.314 },
        { ageYears: 30, likeness: 1.09 },
      ],
      likely: [
        { ageYears: 2, likeness: 1.723 },
        { ageYears: 4, likeness: 1.516 },
        { ageYears: 17, likeness: 1.516 },
        { ageYears: 30, likeness: 1.313 },
      ],
    },
  },
  errors: [
    {
      group: 'under-4',
      scale: 'alone',
      likely: { strangers: { share: 0, from: 0, to: 0 }, missed: { share: 0.9688, from: 0.913, to: 1 } },
      possible: {
        strangers: { share: 0.0168, from: 0.0034, to: 0.0354 },
        missed: { share: 0.5938, from: 0.4474, to: 0.8125 },
      },
    },
    {
      group: 'under-4',
      scale: 'register',
      likely: { strangers: { share: 0, from: 0, to: 0 }, missed: { share: 0.9375, from: 0.871, to: 1 } },
      possible: {
        strangers: { share: 0.0183, from: 0.004, to: 0.0453 },
        missed: { share: 0.4375, from: 0.2105, to: 0.7308 },
      },
    },
    {
      group: 'pupils',
      scale: 'alone',
      likely: { strangers: { share: 0.0021, from: 0, to: 0.0113 }, missed: { share: 0.2434, from: 0.1844, to: 0.31 } },
      possible: {
        strangers: { share: 0.0109, from: 0.0015, to: 0.0284 },
        missed: { share: 0.0794, from: 0.0535, to: 0.1125 },
      },
    },
    {
      group: 'pupils',
      scale: 'register',
      likely: {
        strangers: { share: 0.0026, from: 0, to: 0.0142 },
        missed: { share: 0.2222, from: 0.1786, to: 0.2784 },
      },
      possible: {
        strangers: { share: 0.0104, from: 0.0024, to: 0.0268 },
        missed: { share: 0.0582, from: 0.0326, to: 0.0833 },
      },
    },
    {
      group: 'adults',
      scale: 'alone',
      likely: { strangers: { share: 0.0009, from: 0, to: 0.003 }, missed: { share: 0.0178, from: 0.0068, to: 0.0293 } },
      possible: {
        strangers: { share: 0.0101, from: 0.0048, to: 0.017 },
        missed: { share: 0.0067, from: 0, to: 0.0132 },
      },
    },
    {
      group: 'adults',
      scale: 'register',
      likely: { strangers: { share: 0.001, from: 0, to: 0.0026 }, missed: { share: 0.0156, from: 0.0065, to: 0.0278 } },
      possible: { strangers: { share: 0.01, from: 0.004, to: 0.0138 }, missed: { share: 0.0044, from: 0, to: 0.0108 } },
    },
  ],
};

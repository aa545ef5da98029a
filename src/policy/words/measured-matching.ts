import type { MatchMeasurement } from './match-measurement.ts';

/** Written by `npm run eval -- calibrate`; docs/accuracy.md says on what. Never edited by hand. */
export const measuredMatching: MatchMeasurement = {
  words: { likely: 0.5, possible: 0.3 },
  scales: {
    alone: {
      possible: [
        { ageYears: 2, likeness: 2.555 },
        { ageYears: 5.5, likeness: 2.424 },
        { ageYears: 9.5, likeness: 2.366 },
        { ageYears: 14.5, likeness: 2.277 },
        { ageYears: 30, likeness: 2.043 },
      ],
      likely: [
        { ageYears: 2, likeness: 2.669 },
        { ageYears: 5.5, likeness: 2.538 },
        { ageYears: 9.5, likeness: 2.48 },
        { ageYears: 14.5, likeness: 2.391 },
        { ageYears: 30, likeness: 2.17 },
      ],
    },
    register: {
      possible: [
        { ageYears: 2, likeness: 1.526 },
        { ageYears: 4, likeness: 1.309 },
        { ageYears: 17, likeness: 1.309 },
        { ageYears: 30, likeness: 1.091 },
      ],
      likely: [
        { ageYears: 2, likeness: 1.754 },
        { ageYears: 4, likeness: 1.537 },
        { ageYears: 17, likeness: 1.537 },
        { ageYears: 30, likeness: 1.312 },
      ],
    },
  },
  errors: [
    {
      group: 'under-4',
      scale: 'alone',
      likely: { strangers: { share: 0, from: 0, to: 0 }, missed: { share: 0.9688, from: 0.9091, to: 1 } },
      possible: {
        strangers: { share: 0.0152, from: 0.0031, to: 0.0405 },
        missed: { share: 0.5, from: 0.3684, to: 0.7143 },
      },
    },
    {
      group: 'under-4',
      scale: 'register',
      likely: { strangers: { share: 0, from: 0, to: 0 }, missed: { share: 0.9688, from: 0.9143, to: 1 } },
      possible: {
        strangers: { share: 0.0168, from: 0.003, to: 0.0496 },
        missed: { share: 0.4375, from: 0.2667, to: 0.6667 },
      },
    },
    {
      group: 'pupils',
      scale: 'alone',
      likely: {
        strangers: { share: 0.0021, from: 0, to: 0.0118 },
        missed: { share: 0.2487, from: 0.1905, to: 0.3169 },
      },
      possible: {
        strangers: { share: 0.0104, from: 0.0022, to: 0.0257 },
        missed: { share: 0.0794, from: 0.0435, to: 0.1148 },
      },
    },
    {
      group: 'pupils',
      scale: 'register',
      likely: {
        strangers: { share: 0.0026, from: 0, to: 0.0148 },
        missed: { share: 0.2222, from: 0.1686, to: 0.2865 },
      },
      possible: {
        strangers: { share: 0.0104, from: 0.0024, to: 0.029 },
        missed: { share: 0.0529, from: 0.0216, to: 0.0822 },
      },
    },
    {
      group: 'adults',
      scale: 'alone',
      likely: { strangers: { share: 0.0012, from: 0, to: 0.0037 }, missed: { share: 0.0178, from: 0.007, to: 0.0302 } },
      possible: {
        strangers: { share: 0.0102, from: 0.0045, to: 0.0157 },
        missed: { share: 0.0022, from: 0, to: 0.0068 },
      },
    },
    {
      group: 'adults',
      scale: 'register',
      likely: { strangers: { share: 0.0009, from: 0, to: 0.0026 }, missed: { share: 0.0178, from: 0.0072, to: 0.03 } },
      possible: {
        strangers: { share: 0.0101, from: 0.0044, to: 0.0143 },
        missed: { share: 0.0044, from: 0, to: 0.0108 },
      },
    },
  ],
};

import type { MatchMeasurement } from './match-measurement.ts';

/** Written by `npm run eval -- calibrate`; docs/accuracy.md says on what. Never edited by hand. */
export const measuredMatching: MatchMeasurement = {
  words: { likely: 0.5, possible: 0.3 },
  scales: {
    alone: {
      possible: [
        { ageYears: 2, likeness: 2.573 },
        { ageYears: 5.5, likeness: 2.43 },
        { ageYears: 9.5, likeness: 2.387 },
        { ageYears: 14.5, likeness: 2.308 },
        { ageYears: 30, likeness: 2.087 },
      ],
      likely: [
        { ageYears: 2, likeness: 2.658 },
        { ageYears: 5.5, likeness: 2.515 },
        { ageYears: 9.5, likeness: 2.472 },
        { ageYears: 14.5, likeness: 2.393 },
        { ageYears: 30, likeness: 2.169 },
      ],
    },
    register: {
      possible: [
        { ageYears: 2, likeness: 1.543 },
        { ageYears: 4, likeness: 1.342 },
        { ageYears: 17, likeness: 1.342 },
        { ageYears: 30, likeness: 1.141 },
      ],
      likely: [
        { ageYears: 2, likeness: 1.732 },
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
      likely: { strangers: { share: 0, from: 0, to: 0 }, missed: { share: 0.9375, from: 0.8421, to: 1 } },
      possible: {
        strangers: { share: 0.0137, from: 0.0021, to: 0.0327 },
        missed: { share: 0.4375, from: 0.2857, to: 0.6818 },
      },
    },
    {
      group: 'under-4',
      scale: 'register',
      likely: { strangers: { share: 0, from: 0, to: 0 }, missed: { share: 0.9688, from: 0.9143, to: 1 } },
      possible: {
        strangers: { share: 0.0168, from: 0.0032, to: 0.0443 },
        missed: { share: 0.4688, from: 0.2432, to: 0.7222 },
      },
    },
    {
      group: 'pupils',
      scale: 'alone',
      likely: {
        strangers: { share: 0.0016, from: 0, to: 0.0089 },
        missed: { share: 0.2434, from: 0.1795, to: 0.3105 },
      },
      possible: {
        strangers: { share: 0.0088, from: 0.0023, to: 0.0243 },
        missed: { share: 0.0741, from: 0.0359, to: 0.1081 },
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
        strangers: { share: 0.0099, from: 0.0018, to: 0.0268 },
        missed: { share: 0.0476, from: 0.0199, to: 0.075 },
      },
    },
    {
      group: 'adults',
      scale: 'alone',
      likely: { strangers: { share: 0.0011, from: 0, to: 0.003 }, missed: { share: 0.0178, from: 0.0068, to: 0.0293 } },
      possible: {
        strangers: { share: 0.0108, from: 0.0048, to: 0.0171 },
        missed: { share: 0.0044, from: 0, to: 0.0111 },
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
        strangers: { share: 0.0106, from: 0.0046, to: 0.0151 },
        missed: { share: 0.0022, from: 0, to: 0.0068 },
      },
    },
  ],
};

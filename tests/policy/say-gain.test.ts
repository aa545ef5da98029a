import { expect, it } from 'vitest';
import { sayGain } from '../../src/policy/say-gain.ts';
import { measuredMatching } from '../../src/policy/words/measured-matching.ts';

const { possible } = measuredMatching.errors.find(({ group, scale }) => group === 'pupils' && scale === 'register')!;
const without = `${(possible.missed.share * 100).toFixed(0)} in 100`;

const withMissed = (share: number) => ({
  shippedErrors: measuredMatching.errors,
  errors: measuredMatching.errors.map((one) => ({
    ...one,
    possible: { ...one.possible, missed: { ...one.possible.missed, share } },
  })),
});

it('sets what a pack misses beside what the shipped nets miss', () => {
  const said = sayGain(withMissed(0.01));
  expect(said).toContain(`1 in 100 are missed with it and ${without} without it`);
  expect(said).not.toContain('misses more');
});

it('says so when a pack misses more, and how to go back', () => {
  expect(sayGain(withMissed(possible.missed.share + 0.05))).toContain(
    'misses more: photoward models use shipped matching',
  );
});

it('says when children were not measured', () => {
  expect(sayGain({ errors: [], shippedErrors: [] })).toBe('How often it is wrong with children was not measured.');
});

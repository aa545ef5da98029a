import { expect, it } from 'vitest';
import { defaultSchoolPolicy } from '../../src/policy/default-school-policy.ts';
import { factsFor } from '../../src/policy/facts-for.ts';
import { entryOf, pupilOf, website } from './evidence-of.ts';

const [a, b, c] = [pupilOf('a', 'Ann', 'One'), pupilOf('b', 'Ben', 'Two'), pupilOf('c', 'Cat', 'Three')];
const press = { ...website, id: 'press' };
const register = [
  { ...entryOf(a, 'no-record'), channels: ['website'] },
  { ...entryOf(a, 'refused'), channels: ['press'] },
  { ...entryOf(b, 'withdrawn'), channels: ['press'] },
  { ...entryOf(c, 'restricted'), channels: ['newsletter'] },
];
const base = { register, pupils: [a, b, c], roll: null, policy: defaultSchoolPolicy };
const shortly = (
  entries: readonly { pupil: { id: string }; reason: string; channels: readonly string[] }[],
): string[] => entries.map(({ pupil, reason, channels }) => `${pupil.id} ${reason} ${channels.join('+')}`.trim());

it('keeps who may not appear on these channels, each once, with the gravest reason', () => {
  expect(shortly(factsFor({ ...base, channels: [website, press] }).register)).toEqual([
    'a refused website+press',
    'b withdrawn press',
    'c restricted',
  ]);
  expect(shortly(factsFor({ ...base, channels: [website] }).register)).toEqual(['a no-record website', 'c restricted']);
});

it('bars everybody who is barred anywhere when no channel is named', () => {
  expect(factsFor({ ...base, channels: [] }).register).toHaveLength(3);
});

it('parts those on the roll from the others, and forgets nobody', () => {
  const facts = factsFor({ ...base, channels: [press], roll: [b] });
  expect(shortly(facts.register)).toEqual(['b withdrawn press']);
  expect(shortly(facts.offRoll)).toEqual(['a refused press', 'c restricted']);
  expect(facts.roll).toEqual([b]);
  expect(factsFor({ ...base, channels: [press] }).roll).toEqual([a, b, c]);
});

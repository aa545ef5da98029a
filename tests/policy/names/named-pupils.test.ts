import { describe, expect, it } from 'vitest';
import { namedPupils } from '../../../src/policy/names/named-pupils.ts';
import { namesOfFacts } from '../../../src/policy/names/names-of-facts.ts';
import { wholeNames } from '../../../src/policy/names/whole-names.ts';
import type { Facts } from '../../../src/policy/words/rule.ts';
import { entryOf, factsOf, pupilOf } from '../evidence-of.ts';

const ella = pupilOf('ella', 'Ella', 'Hughes');
const otherElla = pupilOf('ella2', 'Ella', 'Khan');
const rhys = pupilOf('rhys', 'Rhys', 'Evans');
const mia = pupilOf('mia', 'Mia', 'Okafor');

describe('namesOfFacts', () => {
  it('knows everybody of roll and register, and who of them may not appear or is not on the roll', () => {
    const { pupils, barred, offRoll } = namesOfFacts(
      factsOf({ register: [entryOf(ella)], roll: [rhys], offRoll: [entryOf(mia)] }),
    );
    expect([...pupils.keys()].sort()).toEqual(['ella', 'mia', 'rhys']);
    expect([...barred].sort()).toEqual(['ella', 'mia']);
    expect([...offRoll]).toEqual(['mia']);
  });

  it('makes an index once for the same lists, and anew when one of them is another', () => {
    const facts = factsOf({ register: [entryOf(ella)], roll: [rhys] });
    expect(namesOfFacts({ ...facts, caption: 'Hello' })).toBe(namesOfFacts(facts));
    const changed: Facts[] = [
      { ...facts, roll: [mia] },
      { ...facts, offRoll: [entryOf(mia)] },
      { ...facts, register: [entryOf(mia)] },
    ];
    for (const one of changed) expect([...namesOfFacts(one).pupils.keys()]).toContain('mia');
    expect([...namesOfFacts(facts).pupils.keys()]).not.toContain('mia');
  });
});

describe('namedPupils', () => {
  const facts = factsOf({ register: [entryOf(ella)], roll: [ella, otherElla, rhys], offRoll: [entryOf(mia)] });
  const named = (text: string): unknown[] =>
    namedPupils(text, 'prose', facts).map(({ form, part, barred, others }) => [
      ...[form, part, barred.map(({ id }) => id), others.map(({ id }) => id)],
    ]);

  it('tells who of those that share a name may not appear', () => {
    expect(named('Ella')).toEqual([['first', 'Ella', ['ella'], ['ella2']]]);
    expect(named('Ella Hughes and Rhys')).toEqual([
      ['full', 'Ella Hughes', ['ella'], []],
      ['first', 'Rhys', [], ['rhys']],
    ]);
  });

  it('knows somebody who is not on the roll by the whole name alone', () => {
    expect(named('Mia Okafor')).toEqual([['full', 'Mia Okafor', ['mia'], []]]);
    expect([...named('Mia'), ...named('M. Okafor'), ...named('nobody')]).toEqual([]);
  });
});

describe('wholeNames', () => {
  const facts = factsOf({ register: [entryOf(ella)], roll: [rhys] });
  const found = (...texts: string[]): string[] => wholeNames(texts, facts).map(({ part }) => part);

  it.each([
    [['x:Author', 'Ella Hughes', 'Adobe'], ['Ella Hughes']],
    [['EllaHughes2024'], ['Ella Hughes']],
    [['hughesella'], ['hughesella']],
    [['Ella', 'Hughes'], []],
    [['Ella'], []],
    [['E. Hughes'], []],
    [['Ella Hughas'], []],
    [['El&shy;la Hugh&#101;s'], ['Ella Hughes']],
    [['Rhys Evans', 'Rhys Evans'], ['Rhys Evans']],
    [[], []],
  ])('of %j are %j', (texts, expected) => {
    expect(found(...texts)).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';
import type { NameCarrier } from '../../../src/policy/names/find-names.ts';
import { findSingleNames } from '../../../src/policy/names/find-single-names.ts';
import { pupilOf } from '../evidence-of.ts';
import { nameText, spansOf } from './name-text.ts';

const roll = [
  pupilOf('ella', 'Ella', 'Hughes'),
  pupilOf('simran', 'Simran', 'Ng'),
  pupilOf('alex', 'Alexander', 'Cox'),
  pupilOf('jo', 'Jo', 'Bell'),
  pupilOf('rose', 'Rose', 'Young'),
  pupilOf('katie', 'Katie', 'Featherstone'),
  pupilOf('al', 'Al', 'Vo'),
];

const find = (text: string, carrier: NameCarrier, pupils = roll): string[] => {
  const searched = nameText(text, carrier, pupils);
  return spansOf(findSingleNames(searched), searched);
};

describe('findSingleNames', () => {
  it.each<[string, NameCarrier, string[]]>([
    // given names: sure on a badge, possible in a long text
    ['Simran', 'picture', ['simran likely 0-0']],
    ['simran', 'picture', ['simran likely 0-0']],
    ['one two simran', 'picture', ['simran likely 2-2']],
    ['up down left simran', 'picture', []],
    ['up down left Simran', 'picture', ['simran possible 3-3']],
    ['Simran', 'prose', ['simran likely 0-0']],
    ['simran', 'prose', []],
    ['up down left right simran', 'tag', ['simran possible 4-4']],
    ['simran-at-the-lake-side', 'file-name', ['simran possible 0-0']],
    ['Hello my name is Simran class 4B', 'picture', ['simran likely 4-4']],
    // short forms, only on a badge
    ['Alex', 'picture', ['alex possible 0-0']],
    ['up down left Alex', 'picture', []],
    // slips of print: none of two or three letters, one of shape from five on, any one from eight on
    ['5imran', 'picture', ['simran possible 0-0']],
    ['up down left 5imran', 'picture', []],
    ['Sinran', 'picture', []],
    ['S1mra0', 'picture', []],
    ['Alexandar', 'picture', ['alex+al possible 0-0']],
    ['Kat1e', 'picture', ['katie possible 0-0']],
    ['Kahie', 'picture', []],
    ['E1la', 'picture', ['ella possible 0-0']],
    ['E11a', 'picture', []],
    ['Eila', 'picture', ['ella possible 0-0']],
    ['Ela', 'picture', []],
    ['Ellla', 'picture', ['ella possible 0-0']],
    // pieces of other words and patterns
    ['E1la.co', 'picture', []],
    ['co.E1la', 'picture', []],
    ['Ella.co', 'picture', ['ella likely 0-0']],
    ['Sandy.co', 'picture', []],
    ['Jo', 'picture', ['jo likely 0-0']],
    ['up Al', 'picture', ['al likely 1-1']],
    ['up Ali', 'picture', []],
    // last names on shirts, pegs and tags, but no words and nothing of two letters
    ['HUGHES', 'picture', ['ella possible 0-0']],
    ['hughes', 'picture', ['ella possible 0-0']],
    ['up hughes', 'picture', []],
    ['up Hughes', 'picture', ['ella possible 1-1']],
    ['up down Hughes', 'picture', []],
    ['up down hughes', 'tag', []],
    ['up hughes', 'tag', ['ella possible 1-1']],
    ['hughes.jpg', 'file-name', ['ella possible 0-0']],
    ['Hughes', 'prose', []],
    ['NG', 'picture', []],
    ['COX', 'picture', ['alex possible 0-0']],
    ['BELL', 'picture', []],
    ['BELL 4', 'picture', ['jo possible 0-0']],
    ['bell 4', 'picture', []],
    ['YOUNG 4', 'picture', ['rose possible 0-0']],
    ['Mr Hughes', 'picture', []],
    ['Hughes Road', 'picture', []],
    ['HUGHES COX FEATHERSTONE', 'picture', ['ella possible 0-0', 'alex possible 1-1', 'katie possible 2-2']],
    ['HUGHES COX LTD', 'picture', []],
    ['Featherstome', 'picture', ['katie possible 0-0']],
  ])('%s (%s)', (text, carrier, expected) => {
    expect(find(text, carrier)).toEqual(expected);
  });

  it('names all who share a name, and of several slips the nearest', () => {
    const two = [pupilOf('a', 'Katie', 'Li'), pupilOf('b', 'Katie', 'Khan')];
    expect(find('Katie', 'picture', two)).toEqual(['a+b possible 0-0']);
    const near = [pupilOf('a', 'Jonah', 'Li'), pupilOf('b', 'Jonas', 'Khan')];
    expect(find('Jona5', 'picture', near)).toEqual(['b possible 0-0']);
    const alike = [pupilOf('a', 'Lilia', 'Li'), pupilOf('b', 'Lilla', 'Khan')];
    expect(find('Lil1a', 'picture', alike)).toEqual(['a+b possible 0-0']);
    expect(find('Lilia', 'picture', alike)).toEqual(['a likely 0-0']);
  });
});

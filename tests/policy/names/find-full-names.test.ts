import { describe, expect, it } from 'vitest';
import { findFullNames } from '../../../src/policy/names/find-full-names.ts';
import type { NameCarrier } from '../../../src/policy/names/find-names.ts';
import { pupilOf } from '../evidence-of.ts';
import { nameText, spansOf } from './name-text.ts';

const roll = [
  pupilOf('alex', 'Alexander', 'Jones'),
  pupilOf('ella', 'Ella', 'Reed'),
  pupilOf('lee', 'Lee', 'Lee'),
  pupilOf('rose', 'Rose', 'Hall'),
  pupilOf('ed', 'Ed', 'Ng'),
  pupilOf('bob', 'Be', 'Ware'),
  pupilOf('anne', 'Anne-Marie', 'Okafor'),
  pupilOf('mia', 'Mia', 'Cole'),
];

const find = (text: string, carrier: NameCarrier): string[] => {
  const searched = nameText(text, carrier, roll, true);
  return spansOf(findFullNames(searched), searched);
};

describe('findFullNames', () => {
  it.each<[string, NameCarrier, string[]]>([
    // side by side, in either order
    ['Alexander Jones', 'prose', ['alex certain 0-1']],
    ['Jones Alexander', 'prose', ['alex certain 0-1']],
    ['Jones, Alexander', 'prose', ['alex certain 0-1']],
    ['Alexander, Jones', 'prose', []],
    ['Jones. Alexander', 'prose', []],
    ['Alex Jones', 'prose', ['alex likely 0-1']],
    ['Alexander Reed', 'prose', []],
    ['Lee', 'prose', []],
    ['Lee Lee', 'prose', ['lee likely 0-1', 'lee likely 0-1']],
    // with names between, behind the given name alone
    ['Alexander Tom Jones', 'prose', ['alex likely 0-2']],
    // 'R. Jones' read together is a slip of 'Jones', too.
    ['Alexander Tom R. Jones', 'prose', ['alex possible 0-3', 'alex likely 0-3']],
    ['Alexander Tom Rob Max Jones', 'prose', []],
    ['Anne-Marie Tom Rob Okafor', 'prose', ['anne likely 0-4', 'anne likely 1-4']],
    ['Alexander tom Jones', 'prose', []],
    ['Alexander tom t Jones', 'prose', []],
    ['Alexander And Jones', 'prose', []],
    ['Alexander and Tom Jones', 'prose', []],
    ['Alexander, Tom Jones', 'prose', []],
    ['Alexander Tom, Jones', 'prose', []],
    ['Jones Tom Alexander', 'prose', []],
    // with slips: likely in print, possible where it was typed
    ['Alexandar Jones', 'picture', ['alex likely 0-1']],
    ['Alexandar Jones', 'prose', ['alex possible 0-1']],
    ['Elka Reed', 'picture', ['ella likely 0-1']],
    ['Ella Read', 'picture', []],
    ['Ella Reod', 'picture', ['ella likely 0-1']],
    ['Elka Reod', 'picture', []],
    ['E11a Reed', 'picture', ['ella likely 0-1']],
    ['E11a Reod', 'picture', []],
    ['Elka Ree0d', 'picture', []],
    ['Mia Cope', 'picture', ['mia likely 0-1']],
    ['Mia Cape', 'prose', []],
    ['Alaxandar Jones', 'picture', ['alex likely 0-1']],
    ['Alaxandar Janes', 'picture', []],
    // words that are names as well
    ['Thanks to Rose Hall there', 'prose', ['rose likely 2-3']],
    ['Rose Hall and others there', 'prose', ['rose possible 0-1']],
    ['Rose Hall there', 'prose', ['rose likely 0-1']],
    ['WE SAW ROSE HALL', 'picture', ['rose possible 2-3']],
    ['WE SAW Rose Hall', 'picture', ['rose likely 2-3']],
    ['ROSE HALL', 'picture', ['rose likely 0-1']],
    ['rose hall', 'picture', ['rose possible 0-1']],
    ['rose hall 4', 'picture', ['rose possible 0-1']],
    ['the rose hall', 'picture', []],
    ['rose hall', 'tag', ['rose likely 0-1']],
    ['the rose hall', 'file-name', ['rose likely 1-2']],
    ['the mia cole', 'prose', ['mia possible 1-2']],
    ['the mia co1e', 'prose', ['mia possible 1-2']],
    ['Alexander Jones and others', 'prose', ['alex certain 0-1']],
    // run together
    ['alexjones', 'prose', ['alex likely 0-0']],
    ['jonesalexander', 'prose', ['alex likely 0-0']],
    ['edng', 'prose', []],
    ['beware', 'prose', ['bob likely 0-0']],
    ['leelee', 'prose', ['lee likely 0-0']],
    ['Alex Tom', 'prose', []],
  ])('%s (%s)', (text, carrier, expected) => {
    expect(find(text, carrier)).toEqual(expected);
  });

  it('names all who are read as near, and of others only the nearest', () => {
    const twins = [pupilOf('a', 'Marina', 'Jones'), pupilOf('b', 'Marima', 'Jones'), pupilOf('c', 'Karina', 'Jones')];
    const read = (text: string): string[] => {
      const searched = nameText(text, 'picture', twins);
      return spansOf(findFullNames(searched), searched);
    };
    expect(read('Marina Jones')).toEqual(['a certain 0-1']);
    expect(read('Marila Jones')).toEqual(['a+b likely 0-1']);
    expect(read('Narina Jones')).toEqual(['a+c likely 0-1']);
    expect(read('Marlna Jones')).toEqual(['a likely 0-1']);
  });
});

import { describe, expect, it } from 'vitest';
import { findNames, type NameCarrier } from '../../../src/policy/names/find-names.ts';
import { indexNames } from '../../../src/policy/names/index-names.ts';
import { pupilOf } from '../evidence-of.ts';

const names = indexNames([
  pupilOf('alex', 'Alexander', 'Jones'),
  pupilOf('simran', 'Simran', 'Kaur'),
  pupilOf('llew', 'Llewelyn', 'ap Rhys', { preferred: 'Llew' }),
]);
const find = (text: string, carrier: NameCarrier): string[] =>
  findNames(text, { names, carrier }).map((found) => `${found.pupils.join('+')} ${found.confidence}`);

describe('what is found', () => {
  it('is in reading order, whole names or not', () => {
    expect(find('Well done Simran and Alexander Jones and Llew', 'prose')).toEqual([
      'simran possible',
      'alex certain',
      'llew possible',
    ]);
  });

  it('is the surest reading of each pupil, once, where a text can be read in several ways', () => {
    expect(find('Sim<b>ran</b>, our Simran Kaur', 'prose')).toEqual(['simran certain']);
    expect(find('Simran Kaur, our Sim<b>ran</b>', 'prose')).toEqual(['simran certain']);
    expect(find('Simran Kaur10 with Simran', 'picture')).toEqual(['simran certain']);
    expect(find('LLEW10 and SIMRAN', 'picture')).toEqual(['simran likely', 'llew possible']);
  });

  it('is owned without an apostrophe in print and prose, not in tags and file names', () => {
    const carriers = ['picture', 'prose', 'tag', 'file-name'] as const;
    expect(carriers.map((carrier) => find('Simrans', carrier))).toEqual([
      ['simran possible'],
      ['simran possible'],
      [],
      [],
    ]);
    expect(findNames('SIMRANS BAG', { names, carrier: 'picture' })).toMatchObject([{ part: 'SIMRANS' }]);
  });

  it('is parted at new capitals for whole names in typed text, and for initials in print as well', () => {
    expect([find('wellDoneSimran', 'prose'), find('SimranK', 'prose'), find('SimranK', 'picture')]).toEqual([
      [],
      [],
      ['simran possible'],
    ]);
  });
});

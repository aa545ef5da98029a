import { describe, expect, it } from 'vitest';
import { findEmbeddedNames } from '../../../src/policy/names/find-embedded-names.ts';
import type { NameCarrier } from '../../../src/policy/names/find-names.ts';
import { pupilOf } from '../evidence-of.ts';
import { nameText, spansOf } from './name-text.ts';

const roll = [
  pupilOf('ann', 'Ann', 'Cole'),
  pupilOf('beth', 'Beth', 'Marlow'),
  pupilOf('mia', 'Mia', 'Ng'),
  pupilOf('dee', 'Dee', 'Vans'),
  pupilOf('art', 'Alun', 'Pril'),
  pupilOf('ming', '明', '王'),
  pupilOf('wang', '小明', '王'),
];

describe('findEmbeddedNames', () => {
  it.each<[string, NameCarrier, string[]]>([
    // from seven letters, sure from ten, within a longer word alone
    ['#teamanncole', 'prose', ['ann possible 0-0']],
    ['teamcoleann', 'tag', ['ann possible 0-0']],
    ['#teambethmarlow', 'prose', ['beth likely 0-0']],
    ['#bethmarlowteam', 'prose', ['beth likely 0-0']],
    ['#bethmarlow', 'prose', []],
    ['#teammiang', 'prose', []],
    ['teambethmarlow', 'prose', []],
    ['teambethmarlow', 'picture', []],
    ['teambethmarlow.jpg', 'file-name', ['beth likely 0-0']],
    [`#${'x'.repeat(50)}bethmarlow`, 'prose', ['beth likely 0-0']],
    [`#${'x'.repeat(51)}bethmarlow`, 'prose', []],
    // the longest
    ['#xanncolebethmarlow', 'prose', ['beth likely 0-0']],
    // user names, but no words and none under five letters
    ['acole@school.org', 'prose', ['ann possible 0-0']],
    ['colea', 'tag', ['ann possible 0-0']],
    ['acole', 'prose', []],
    ['acole', 'picture', []],
    ['mng', 'tag', []],
    ['april', 'tag', []],
    ['dvans', 'tag', ['dee possible 0-0']],
    // scripts without blanks
    ['祝贺王明', 'prose', ['ming possible 0-0']],
    ['祝贺王小明获奖', 'picture', ['wang likely 0-0']],
    ['王明', 'prose', []],
    [`${'祝'.repeat(398)}王明`, 'prose', ['ming possible 0-0']],
    [`${'祝'.repeat(399)}王明`, 'prose', []],
  ])('%s (%s)', (text, carrier, expected) => {
    const searched = nameText(text, carrier, roll);
    expect(spansOf(findEmbeddedNames(searched), searched)).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';
import type { NameCarrier } from '../../../src/policy/names/find-names.ts';
import { splitWords, type Word } from '../../../src/policy/names/split-words.ts';

const all = <Key extends keyof Word>(key: Key, text: string, carrier: NameCarrier = 'prose'): Word[Key][] =>
  splitWords(text, carrier).map((word) => word[key]);
/** The words for which something holds. */
const where = (
  key: 'isCapital' | 'isPossessive' | 'isInitial' | 'isAddress' | 'isGlued' | 'startsSentence',
  text: string,
  carrier: NameCarrier = 'prose',
): string =>
  splitWords(text, carrier)
    .filter((word) => word[key])
    .map((word) => word.text)
    .join(' ');

describe('splitWords', () => {
  it('takes words out of blanks and marks, with their places', () => {
    expect(splitWords('Ada, (b)', 'prose')).toMatchObject([
      { text: 'Ada', folded: 'ada', from: 0, to: 3 },
      { text: 'b', folded: 'b', from: 6, to: 7 },
    ]);
    expect(all('text', '  Ada-Lee\tO’Neil 4B \n…')).toEqual(['Ada', 'Lee', 'O’Neil', '4B']);
    expect(all('text', 'ʼ !? —')).toEqual([]);
    // Letters that only change others are none by themselves.
    expect(all('text', 'ː Ada')).toEqual(['Ada']);
  });

  it('leaves a bar to print, where it may be a letter', () => {
    expect(all('folded', 'E|la', 'picture')).toEqual(['e|la']);
    expect(all('folded', 'E|la', 'prose')).toEqual(['e', 'la']);
  });

  it.each([
    ["Ada's", 'ada'],
    ['Ada’s', 'ada'],
    ["ADA'S", 'ada'],
    ['Ada‘s', 'ada'],
    ['Ada`s', 'ada'],
  ])('leaves the possessive off %s', (text, folded) => {
    expect(splitWords(text, 'prose')).toMatchObject([{ text, folded, isPossessive: true }]);
  });

  it('leaves other apostrophes in', () => {
    expect(where('isPossessive', "O'Neil D'Souza Rhys' O's'x")).toBe('');
    expect(all('folded', "O'Neil D'Souza")).toEqual(['oneil', 'dsouza']);
  });

  it('tells capitals by the first sign, and takes signs without capitals for them', () => {
    expect(where('isCapital', 'Ada ada aDA Éva 4b 王小明 éva')).toBe('Ada Éva 4b 王小明');
  });

  it.each<[string, NameCarrier, string]>([
    ['B. b. C 4 DD É', 'prose', 'B C É'],
    ['A, I. B', 'prose', 'I B'],
    ['A I', 'picture', 'A I'],
    ['b.jones_c', 'file-name', 'b c'],
    ['a.b@x.org a', 'prose', 'a b x'],
    ["B's", 'prose', "B's"],
  ])('tells initials in %s (%s)', (text, carrier, initials) => {
    expect(where('isInitial', text, carrier)).toBe(initials);
  });

  it.each<[string, NameCarrier, string]>([
    ['see #Ada now', 'prose', 'Ada'],
    ['@ada.b x', 'prose', 'ada b'],
    ['ada@b.org', 'tag', 'ada b org'],
    ['https://b.org/ada x', 'prose', 'https b org ada'],
    ['WWW.ada.org xwww.b', 'prose', 'WWW ada org'],
    ['#ada', 'picture', ''],
    ['ada b', 'file-name', 'ada b'],
  ])('tells addresses in %s (%s)', (text, carrier, words) => {
    expect(where('isAddress', text, carrier)).toBe(words);
  });

  it('tells words that a mark joins to others without a blank', () => {
    expect(where('isGlued', 'ZO.ON, Mia-Rose, Zoe. (Ada) a- b', 'picture')).toBe('ZO ON Mia Rose');
  });

  it.each<[string, NameCarrier, Word['gap']]>([
    ['Ada Lee', 'prose', 'blank'],
    ['Ada-Lee', 'prose', 'blank'],
    ['Ada.Lee', 'prose', 'blank'],
    ['Ada. Lee', 'prose', 'stop'],
    ['Ada .Lee', 'prose', 'stop'],
    ['Ada... Lee', 'prose', 'stop'],
    ['Ada…Lee', 'prose', 'stop'],
    ['Ada, Lee', 'prose', 'comma'],
    ['Ada & Lee', 'prose', 'comma'],
    ['Ada + Lee', 'prose', 'comma'],
    ['Ada,\nLee', 'prose', 'comma'],
    ['Ada! Lee', 'prose', 'stop'],
    ['Ada: Lee', 'prose', 'stop'],
    ['Ada; Lee', 'prose', 'stop'],
    ['Ada/Lee', 'prose', 'stop'],
    ['Ada|Lee', 'prose', 'stop'],
    ['Ada • Lee', 'prose', 'stop'],
    ['Ada “Lee', 'prose', 'stop'],
    ['Ada - Lee', 'prose', 'stop'],
    ['Ada – Lee', 'prose', 'stop'],
    ['Ada— Lee', 'prose', 'blank'],
    ['A. Lee', 'prose', 'blank'],
    ['A.  Lee', 'prose', 'blank'],
    ['Ada.-Lee', 'prose', 'blank'],
    ['Dr. Lee', 'prose', 'blank'],
    ['PROF. Lee', 'prose', 'blank'],
    ['St.Lee', 'prose', 'blank'],
    ['Drx. Lee', 'prose', 'stop'],
    ['A.. Lee', 'prose', 'stop'],
    ['Ada/Lee', 'tag', 'blank'],
    ['Ada|Lee', 'tag', 'blank'],
    ['Ada\\Lee', 'tag', 'blank'],
    ['Ada_Lee', 'file-name', 'blank'],
    ['Ada=Lee', 'file-name', 'blank'],
    ['Ada+Lee', 'file-name', 'blank'],
    ['Ada+Lee', 'prose', 'comma'],
    ['#Ada/Lee', 'prose', 'blank'],
    ['Ada//Lee', 'tag', 'stop'],
    ['Ada, Lee', 'tag', 'comma'],
    ['Ada/Lee', 'picture', 'stop'],
  ])('%j (%s) has a %s between', (text, carrier, gap) => {
    const [first, second] = splitWords(text, carrier);
    expect([first?.gap, second?.gap]).toEqual(['stop', gap]);
    expect([first?.startsSentence, second?.startsSentence]).toEqual([true, gap === 'stop']);
  });
});

import { describe, expect, it } from 'vitest';
import { deletionsOf, indexNames } from '../../../src/policy/names/index-names.ts';
import { readUnits } from '../../../src/policy/names/read-units.ts';
import { splitWords } from '../../../src/policy/names/split-words.ts';
import { pupilOf } from '../evidence-of.ts';

const roll = [
  pupilOf('ella', 'Ella', 'Hughes'),
  pupilOf('mia', 'Mia', 'Ng'),
  pupilOf('jo', 'Jo', 'Li'),
  pupilOf('alex', 'Alexander', 'Featherstone'),
  pupilOf('anne', 'Anne-Marie', 'van der Berg'),
  pupilOf('petr', 'Petr', 'Novotny', { others: ['Petya'] }),
  pupilOf('jan', 'Jan', 'Featherstonehaugh'),
  pupilOf('mari', 'Marina', 'Max', { others: ['Marima'] }),
];
const index = indexNames(roll);

/** Units as '0-1 anne recorded 0', for given names, last names or whole ones. */
function units(text: string, kind: 'given' | 'last', isMisread = true): string[] {
  return readUnits(splitWords(text, 'prose'), index, isMisread).flatMap((unit) =>
    [...unit[kind]].map(
      ([at, { strength, cost, name }]) =>
        `${unit.from}-${unit.to} ${index.ids[at]} ${strength} ${Number(cost.toFixed(2))} ${name}`,
    ),
  );
}

describe('readUnits', () => {
  it.each([
    ['Ella', ['0-0 ella recorded 0 ella']],
    ['well Ella', ['1-1 ella recorded 0 ella']],
    ['Anne', ['0-0 anne part 0 anne']],
    ['Anne-Marie', ['0-0 anne part 0 anne', '0-1 anne recorded 0 annemarie', '1-1 anne part 0 marie']],
    ['Anne, Marie', ['0-0 anne part 0 anne', '1-1 anne part 0 marie']],
    ['An nem ar', []],
    ['An nem arie', ['0-2 anne recorded 0 annemarie']],
    ['An nem ar ie', []],
    ['Alex', ['0-0 alex short 0 alex']],
    ['Petya', ['0-0 petr recorded 0 petya']],
  ])('reads %s as given names', (text, expected) => {
    expect(units(text, 'given', false)).toEqual(expected);
  });

  it.each([
    // As they are, nothing else is looked for; two letters must be right; three may have one doubled; more one slip.
    ['Ng', 'last', ['0-0 mia recorded 0 ng']],
    ['Nq', 'last', []],
    ['Jq', 'given', []],
    ['Mya', 'given', []],
    ['Miia', 'given', ['0-0 mia recorded 0.5 mia']],
    ['M1a', 'given', ['0-0 mia recorded 0.3 mia']],
    ['Ela', 'given', ['0-0 ella recorded 0.5 ella']],
    ['|an', 'given', []],
    ['1an', 'given', ['0-0 jan recorded 0.4 jan']],
    ['Ptr', 'given', ['0-0 petr recorded 1 petr']],
    ['Marlma', 'given', ['0-0 mari recorded 0.3 marima']],
    ['Marlna', 'given', ['0-0 mari recorded 0.3 marina']],
    ['Elka', 'given', ['0-0 ella recorded 1 ella']],
    ['Ekka', 'given', []],
    ['Hughas', 'last', ['0-0 ella recorded 1 hughes']],
    ['Hugbas', 'last', []],
    ['Aiexandar', 'given', ['0-0 alex recorded 1.3 alexander']],
    ['Alexbndar', 'given', ['0-0 alex recorded 2 alexander']],
    ['Alaxbndar', 'given', []],
    ['Featherstan', 'last', ['0-0 alex recorded 2 featherstone']],
    // An ordinary word is no slip.
    ['Ella', 'last', []],
    ['help', 'given', []],
  ] as const)('reads the print %s as a %s name', (text, kind, expected) => {
    expect(units(text, kind)).toEqual(expected);
    expect(units(text, kind, false)).toEqual(expected.filter((one) => / 0 \w+$/.test(one)));
  });

  it('takes words that were torn apart for one from six letters on, and no longer ones than names are', () => {
    expect(units('Hug has', 'last')).toEqual(['0-1 ella recorded 1 hughes']);
    expect(units('El ka', 'given')).toEqual([]);
    expect(units('van dar Berg', 'last')).toContain('0-2 anne recorded 1 vanderberg');
    expect(units('Featherstone', 'last')).toHaveLength(1);
    expect(units('Featherstonehaugh', 'last')).toEqual(['0-0 jan recorded 0 featherstonehaugh']);
    expect(units('Featherstonehaug', 'last')).toEqual(['0-0 jan recorded 1 featherstonehaugh']);
    expect(units('Featherstonehaugb', 'last')).toEqual([]);
  });

  it('reads letters of another script that look the same', () => {
    expect(units('\u0415\u217C\u217C\u0430', 'given', false)).toEqual(['0-0 ella recorded 0 ella']);
    expect(units('\u041C\u0430\u0445', 'last', false)).toEqual(['0-0 mari recorded 0 max']);
    const own = indexNames([pupilOf('vova', '\u041C\u0430\u0445', '\u0418\u0432')]);
    const [unit] = readUnits(splitWords('\u041C\u0430\u0445', 'prose'), own, false);
    expect(unit?.folded).toBe('\u043C\u0430\u0445');
    expect([...(unit?.given.keys() ?? [])]).toEqual([0]);
  });

  it('knows names that were run together', () => {
    const [unit] = readUnits(splitWords('hughesella', 'prose'), index, false);
    expect([...(unit?.whole ?? [])]).toEqual([0]);
  });
});

describe('deletionsOf', () => {
  it('are a short skeleton itself, a longer one with one letter less, from nine to fourteen letters also two', () => {
    expect(deletionsOf('mla')).toEqual(['mla']);
    expect(deletionsOf('ella')).toEqual(['ella', 'lla', 'ela', 'ell']);
    expect(deletionsOf('abcdefgh')).toHaveLength(9);
    expect(deletionsOf('abcdefghi')).toHaveLength(1 + 9 + 36);
    expect(deletionsOf('abcdefghijklmn')).toHaveLength(1 + 14 + 91);
    expect(deletionsOf('abcdefghijklmno')).toHaveLength(1 + 15);
  });
});

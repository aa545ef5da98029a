import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames } from '../../../src/policy/names/find-names.ts';
import { foldText } from '../../../src/policy/names/fold-text.ts';
import { indexNames } from '../../../src/policy/names/index-names.ts';
import { ocrDistance } from '../../../src/policy/names/ocr-distance.ts';
import { pupilOf } from '../evidence-of.ts';

const firsts =
  'Amelia Oliver Muhammad Zofia Ffion Xinyi Aarav Chloé Seán Oluwaseun Katarzyna Gwenllian Priyanka Jean-Luc Tomás Angharad Wei Ibrahim Niamh Rhys';
const lasts =
  "Smith O'Neill Kowalczyk Hussain Chakraborty Evans-Pugh Nguyễn Adeyemi Müller Davies Fernández Zhang Singh Llewellyn MacDonald D'Costa Novák Okafor Ahmed Griffiths";
const people = firsts.split(' ').flatMap((first, a) => {
  const last = lasts.split(' ')[(a * 7) % 20]!;
  return [pupilOf(`p${a}`, first, last)];
});
const names = indexNames(people);
const anyone = fc.constantFrom(...people);
const slips: readonly (readonly [string, string])[] = [
  ['o', '0'],
  ['l', '1'],
  ['i', 'l'],
  ['m', 'rn'],
  ['d', 'cl'],
  ['w', 'vv'],
  ['s', '5'],
];

const word = fc.stringMatching(/^[a-z0-9]{1,10}$/);

describe('names', () => {
  it('are found with certainty in either order, in any case, with or without accents', () => {
    const spelling = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.normalize('NFD').replace(/\p{M}/gu, ''),
    );
    fc.assert(
      fc.property(
        anyone,
        spelling,
        fc.boolean(),
        fc.constantFrom('picture' as const, 'prose' as const),
        (pupil, spell, turned, carrier) => {
          const { first, last } = pupil.name;
          const text = spell(turned ? `${last} ${first}` : `${first} ${last}`);
          expect(findNames(text, { names, carrier })).toMatchObject([{ pupils: [pupil.id], confidence: 'certain' }]);
        },
      ),
    );
  });

  it('survive one slip of print in each part', () => {
    fc.assert(
      fc.property(anyone, fc.constantFrom(...slips), fc.constantFrom(...slips), (pupil, [from, to], [from2, to2]) => {
        const first = pupil.name.first.slice(0, 1) + pupil.name.first.slice(1).replace(from, to);
        const last = pupil.name.last.slice(0, 1) + pupil.name.last.slice(1).replace(from2, to2);
        const found = findNames(`${first} ${last}`, { names, carrier: 'picture' });
        expect(found.some(({ pupils, form }) => form === 'full' && pupils.includes(pupil.id))).toBe(true);
      }),
    );
  });

  it('are found inside a sentence as well as alone', () => {
    fc.assert(
      fc.property(
        anyone,
        fc.array(fc.constantFrom('the', 'team', 'ran', 'with', 'we', 'saw'), { maxLength: 8 }),
        (pupil, around) => {
          const text = [...around, pupil.name.first, pupil.name.last, ...around].join(' ');
          expect(findNames(text, { names, carrier: 'prose' }).flatMap((one) => one.pupils)).toEqual([pupil.id]);
        },
      ),
    );
  });

  it('name every pupil who shares them', () => {
    fc.assert(
      fc.property(anyone, fc.integer({ min: 2, max: 6 }), (pupil, count) => {
        const twins = Array.from({ length: count }, (_, at) => pupilOf(`t${at}`, pupil.name.first, pupil.name.last));
        const [found] = findNames(`${pupil.name.first} ${pupil.name.last}`, {
          names: indexNames(twins),
          carrier: 'tag',
        });
        expect(found?.pupils).toEqual(twins.map((twin) => twin.id));
      }),
    );
  });

  it('are not found in nothing, and any text at all is answered', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('picture', 'prose', 'tag', 'file-name'),
        (text, carrier) => {
          expect(Array.isArray(findNames(text, { names, carrier }))).toBe(true);
          expect(findNames(text, { names: indexNames([]), carrier })).toEqual([]);
        },
      ),
    );
  });
});

describe('the distance of misread print', () => {
  it('is symmetric, zero only for equal words, and no more than plain edits', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(ocrDistance(a, b)).toBeCloseTo(ocrDistance(b, a), 9);
        expect(ocrDistance(a, b) === 0).toBe(a === b);
        expect(ocrDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it.each([
    ['j0hn', 'john', 0.3],
    ['rnary', 'mary', 0.3],
    ['clan', 'dan', 0.3],
    ['vvill', 'will', 0.3],
    ['allson', 'alison', 0.3],
    ['hana', 'hanna', 0.5],
    ['kate', 'mate', 1],
  ])('of %s from %s is %d', (a, b, cost) => {
    expect(ocrDistance(a, b)).toBeCloseTo(cost, 9);
  });
});

it('folding keeps letters only and is stable', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)));
  expect(['D’Souza', "O'Neill", 'Łukasz', 'Bjørn', 'Groß', 'Chloé', 'Nguyễn'].map(foldText)).toEqual([
    'dsouza',
    'oneill',
    'lukasz',
    'bjorn',
    'gross',
    'chloe',
    'nguyen',
  ]);
});

import { describe, expect, it } from 'vitest';
import { partFigures } from '../../../src/policy/names/part-figures.ts';
import { partRunTogether } from '../../../src/policy/names/part-run-together.ts';

describe('partRunTogether', () => {
  it.each([
    ['TeamAlexJones24', 'Team_Alex_Jones_24'],
    ['PEAlexJones', 'PE_Alex_Jones'],
    ['aLEXJones', 'a_LEX_Jones'],
    ['ALEX', 'ALEX'],
    ['aJ', 'a_J'],
    ['ŁukaszÓ', 'Łukasz_Ó'],
    ['R2D2', 'R2D2'],
    ['4B', '4B'],
    ['A1exander', 'A1_exander'],
    ['Alex7', 'Alex_7'],
    ['alex jones', 'alex jones'],
  ])('%s → %s', (text, parted) => {
    expect(partRunTogether(text)).toBe(parted);
  });
});

describe('partFigures', () => {
  it.each([
    ['ELLA10', 'ELLA_10'],
    ['10ELLA', '10_ELLA'],
    ['EllaMae4B', 'EllaMae_4B'],
    ['J4B', 'J4B'],
  ])('%s → %s', (text, parted) => {
    expect(partFigures(text)).toBe(parted);
  });
});

import { describe, expect, it } from 'vitest';
import { splitWords } from '../../../src/policy/names/split-words.ts';
import { isShouted, tellByCapitals } from '../../../src/policy/names/tell-by-capitals.ts';

describe('tellByCapitals', () => {
  it.each([
    ['We read of Anne Frank today', true],
    ['Ella Wins Gold in the Final', false],
    ['Ella Wins gold', true],
    ['Ella Wins the cup', false],
    ['ELLA WINS', false],
    ['ELLA', false],
    ['Anne Frank', true],
    ['Anne Frank House', false],
  ])('%s: %s', (text, expected) => {
    expect(tellByCapitals(splitWords(text, 'prose'))).toBe(expected);
  });
});

describe('isShouted', () => {
  it.each([
    ['WE WON THE CUP', true],
    ['WE WON THE cup', false],
    ['WE WON IT', false],
  ])('%s: %s', (text, expected) => {
    expect(isShouted(splitWords(text, 'prose'))).toBe(expected);
  });
});

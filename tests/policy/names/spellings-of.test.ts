import { describe, expect, it } from 'vitest';
import { spellingsOf } from '../../../src/policy/names/spellings-of.ts';

describe('spellingsOf', () => {
  it.each([
    ['Jörg', ['Jörg', 'joerg']],
    ['Jo\u0308rg', ['Jo\u0308rg', 'joerg']],
    ['ÄÖÜÅØ', ['ÄÖÜÅØ', 'aeoeueaaoe']],
    ['Zoë', ['Zoë']],
    ['Mueller', ['Mueller']],
  ])('of %s', (name, expected) => {
    expect(spellingsOf(name)).toEqual(expected);
  });
});

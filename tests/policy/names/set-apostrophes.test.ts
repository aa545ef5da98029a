import { describe, expect, it } from 'vitest';
import { indexNames } from '../../../src/policy/names/index-names.ts';
import { dropApostrophes, setApostrophes } from '../../../src/policy/names/set-apostrophes.ts';
import { pupilOf } from '../evidence-of.ts';

const names = indexNames([
  pupilOf('ella', 'Ella', 'Hughes'),
  pupilOf('evan', 'Evan', 'Price'),
  pupilOf('zoe', 'Zoë', 'Thomas'),
  pupilOf('rose', 'Rose', 'Bell'),
  pupilOf('alex', 'Alexander', 'Khan'),
  pupilOf('ty', 'Ty', 'Owens'),
  pupilOf('owen', 'Owen', 'Khan'),
  pupilOf('wa', 'Was', 'Khan'),
  pupilOf('way', 'Alway', 'Khan'),
]);

describe('setApostrophes', () => {
  it.each([
    ['ELLAS TRAY', "ELLA'S TRAY"],
    ['Zoës and ellas', "Zoë's and ella's"],
    ["Ella's", "Ella's"],
    ['Ellas’', 'Ellas’'],
    ['Ellasx xEllas', 'Ellasx xEllas'],
    ['2Ellas', '2Ellas'],
    ['Sara Evans', 'Sara Evans'],
    ['sara Evans', "sara Evan's"],
    ['SARA  EVANS', 'SARA  EVANS'],
    // a last name of somebody, a word that is a name as well, an ordinary word, a short form, too short
    ['Owens', 'Owens'],
    ['Roses', 'Roses'],
    ['always', 'always'],
    ['Alexs', 'Alexs'],
    ['Tys', 'Tys'],
  ])('%s → %s', (text, expected) => {
    expect(setApostrophes(text, names)).toBe(expected);
  });
});

describe('dropApostrophes', () => {
  it('takes away what was set', () => {
    expect(dropApostrophes("ELLA'S and Zoë's, O'Shea")).toBe("ELLAS and Zoës, O'Shea");
  });
});

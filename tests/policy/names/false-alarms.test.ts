import { describe, expect, it } from 'vitest';
import { findNames } from '../../../src/policy/names/find-names.ts';
import { indexNames } from '../../../src/policy/names/index-names.ts';
import { pupilOf } from '../evidence-of.ts';
import { schoolPage, wallTexts } from './school-page.ts';

describe('false alarms', () => {
  const first =
    'Will Grace Mark May Rose Hope Faith Joy Art Summer Charlotte Alice Victoria William Florence Anne Mary Henry Elizabeth George David Jack Olivia ' +
    'Poppy Willow Amber Holly Lily Daisy Iris Violet Oak Ash Rowan Hazel Robin Matilda Penny Guy Harry Leo Max Dean Dan Tom Carter Parker Taylor Ben Sam Mia';
  const last =
    'Young Hill Patel Park Rose Street Day Hall West King Wood Green White Brown Black Long Best Porter Tanner Turner Silver Waters Carter Parker Smith Jones';
  const lasts = last.split(' ');
  const wide = indexNames(first.split(' ').map((name, at) => pupilOf(`p${at}`, name, lasts[at % lasts.length]!)));

  it('finds nobody on a page of ordinary school text', () => {
    const found = schoolPage.split('\n').flatMap((line) => findNames(line, { names: wide, carrier: 'prose' }));
    expect(found.map((one) => one.part)).toEqual([]);
    expect(findNames(schoolPage, { names: wide, carrier: 'prose' }).map((one) => one.part)).toEqual([]);
  });

  it('names nobody by what walls and shirts say', () => {
    const found = wallTexts.flatMap((text) => findNames(text, { names: wide, carrier: 'picture' }));
    expect(found.map((one) => one.part)).toEqual([]);
  });

  it.each([
    'IMG_2034.JPG',
    'DSC00012.jpg',
    'summer fair 2024 - 12.jpg',
    'PXL_20240614_101112.jpg',
    'sports-day-will-it-rain.png',
  ])('names nobody by the file name %s', (text) => {
    expect(findNames(text, { names: wide, carrier: 'file-name' })).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { namesSchool } from '../../../src/policy/names/names-school.ts';

it.each([
  "St Mary's C of E Primary School",
  'OAKFIELD PRIMARY SCHOOL',
  'The Oakfield Academy',
  'Harris Junior Academy',
  'Holy Cross Catholic High School',
  'Ysgol Gymraeg Bryn Onnen',
  'Ysgol y Wern',
  'Marlfield Sixth Form College',
])('"%s" names a school', (text) => {
  expect(namesSchool(text)).toBe(true);
});

it.each([
  'Back to School',
  'SCHOOL',
  'Primary School',
  'our school garden',
  'High School',
  'PRE SCHOOL',
  'Schools out',
  'ysgol',
])('"%s" names none', (text) => {
  expect(namesSchool(text)).toBe(false);
});

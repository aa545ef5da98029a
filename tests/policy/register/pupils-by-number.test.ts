import { expect, it } from 'vitest';
import { pupilsByNumber } from '../../../src/policy/register/pupils-by-number.ts';

it('finds a pupil whatever the capitals, and never one of two for the other', () => {
  const ofNumber = pupilsByNumber([
    { id: 'ada', schoolNumber: 'A1' },
    { id: 'ben', schoolNumber: 'b2' },
    { id: 'cai', schoolNumber: 'B2' },
  ]);
  const found = ['a1', 'A1', 'b2', 'B2', 'b3'].map((number) => ofNumber(number)?.id);
  expect(found).toEqual(['ada', 'ada', 'ben', 'cai', undefined]);
  const mixed = pupilsByNumber([
    { id: 'ada', schoolNumber: 'ab' },
    { id: 'ben', schoolNumber: 'AB' },
  ]);
  expect(mixed('Ab')).toBeUndefined();
});

import { expect, it } from 'vitest';
import { erasedReason, withoutPupil } from '../../src/policy/without-pupil.ts';

it('leaves a pupil out of lists and sentences, and everything else as it was', () => {
  const value = {
    findings: [
      { code: 'match/on-register', severity: 'block', reason: 'Ada may not appear.', pupils: ['A', 'B'] },
      { code: 'match/on-register', severity: 'block', reason: 'Ben may not appear.', pupils: ['B'] },
    ],
    faces: [{ candidates: [{ pupil: 'A', score: 0.9 }, { pupil: 'B', score: 0.4 }] }], // prettier-ignore
    compared: ['A', 'B'],
    lineUp: ['A'],
    subject: 'A',
    score: null,
  };
  const without = withoutPupil(value, 'A');
  expect(without).toEqual({
    findings: [
      { code: 'match/on-register', severity: 'block', reason: erasedReason, pupils: ['B'] },
      { code: 'match/on-register', severity: 'block', reason: 'Ben may not appear.', pupils: ['B'] },
    ],
    faces: [{ candidates: [{ pupil: 'B', score: 0.4 }] }],
    compared: ['B'],
    lineUp: [],
    subject: null,
    score: null,
  });
  expect(withoutPupil(value, 'nobody')).toEqual(value);
});

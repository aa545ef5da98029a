import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steadyByOthers } from '../../../src/detectors/match/steady-by-others.ts';

const likenesses = fc.array(fc.double({ min: 1, max: 4, noNaN: true }), { minLength: 6, maxLength: 60 });

describe('steadyByOthers', () => {
  it('keeps who comes before whom', () => {
    fc.assert(
      fc.property(likenesses, (before) => {
        const after = steadyByOthers(before);
        expect(after).toHaveLength(before.length);
        const best = before.indexOf(Math.max(...before));
        expect(after[best]).toBe(Math.max(...after));
      }),
    );
  });

  it('lowers a face that is like many pupils more than one that is like a single pupil', () => {
    const strangers = Array.from({ length: 20 }, (_, at) => 0.8 + at / 100);
    const lookalikes = Array.from({ length: 20 }, () => 1.5);
    expect(steadyByOthers([1.6, ...strangers])[0]).toBeCloseTo(1.6 - 0.3 * 0.97, 6);
    expect(steadyByOthers([1.6, ...lookalikes])[0]).toBeCloseTo(1.6 - 0.3 * 1.5, 6);
  });

  it('refuses fewer pupils than it needs', () => {
    expect(() => steadyByOthers([1, 2, 3])).toThrow(RangeError);
  });
});

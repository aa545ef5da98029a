import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steadyByOthers } from '../../../src/detectors/match/steady-by-others.ts';

const likenesses = fc.array(fc.double({ min: 1, max: 4, noNaN: true }), { minLength: 1, maxLength: 60 });

describe('steadyByOthers', () => {
  it('never raises a likeness and never changes who comes first', () => {
    fc.assert(
      fc.property(likenesses, (before) => {
        const after = steadyByOthers(before);
        expect(after).toHaveLength(before.length);
        for (const [at, value] of after.entries()) expect(value).toBeLessThanOrEqual(before[at]!);
        const best = before.indexOf(Math.max(...before));
        expect(after[best]).toBe(Math.max(...after));
      }),
    );
  });

  it('leaves a small gallery alone', () => {
    expect(steadyByOthers([3.9, 3.8, 3.7])).toEqual([3.9, 3.8, 3.7]);
  });

  it('lowers a face that is like many pupils and spares one that is like a single pupil', () => {
    const strangers = Array.from({ length: 20 }, (_, at) => 2.2 + at / 100);
    expect(steadyByOthers([3.6, ...strangers])[0]).toBe(3.6);
    const lookalikes = Array.from({ length: 20 }, () => 3.5);
    expect(steadyByOthers([3.6, ...lookalikes])[0]).toBeCloseTo(3.4, 6);
  });
});

import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../eval/calibrate/comparison.ts';
import { drawSubjects, middleOf } from '../../eval/calibrate/draw-subjects.ts';
import { fitScale } from '../../eval/calibrate/fit-scale.ts';
import { measureWords } from '../../eval/calibrate/measure-words.ts';
import { tradeOff } from '../../eval/calibrate/trade-off.ts';

/** Strangers' likenesses spread evenly from 0 to 1, more for the young; twelve subjects of each kind. */
function comparisonsAt(ageYears: number, group: Comparison['group'], more: number): Comparison[] {
  return Array.from({ length: 12 * 12 * 10 }, (_, at) => {
    const [pupil, shown] = [`${group}${at % 12}`, `${group}${Math.floor(at / 12) % 12}`];
    const likeness = ((at * 7919) % 1440) / 1440 + more + (pupil === shown ? 2 : 0);
    const probe = `${shown}/${Math.floor(at / 144)}`;
    return { pupil, shown, probe, ageYears, group, alone: likeness, register: likeness, strength: 4 };
  });
}
const comparisons = [
  ...comparisonsAt(2, 'under-4', 0.6),
  ...[5, 9, 14].flatMap((age) => comparisonsAt(age, 'pupils', 0.4 - age / 100)),
  ...comparisonsAt(30, 'adults', 0),
];

describe('calibrating on drawn comparisons', () => {
  it.each(['alone', 'register'] as const)('lets one stranger in a hundred reach `possible`, %s', (scale) => {
    const { possible, likely } = fitScale(comparisons, scale);
    expect(possible.at(-1)!.likeness).toBeCloseTo(0.99, 1);
    for (const [at, { ageYears, likeness }] of possible.entries()) {
      expect(likely[at]).toMatchObject({ ageYears });
      expect(likely[at]!.likeness).toBeGreaterThan(likeness);
      if (at > 0) expect(likeness).toBeLessThanOrEqual(possible[at - 1]!.likeness);
    }
  });

  it('refuses to fit without strangers', () => {
    expect(() => fitScale([], 'alone')).toThrow('no comparisons with strangers');
  });

  it('measures the words on people it did not fit on', () => {
    const { possible, likely } = measureWords(comparisons, 'pupils', 'register');
    expect(possible.strangers.share).toBeGreaterThan(0.001);
    expect(possible.strangers.share).toBeLessThan(0.04);
    expect(likely.strangers.share).toBeLessThanOrEqual(possible.strangers.share);
    expect(possible.missed).toEqual({ share: 0, from: 0, to: 0 });
  });

  it('sends more strangers to review the larger the register is', () => {
    const scales = { alone: fitScale(comparisons, 'alone'), register: fitScale(comparisons, 'register') };
    const hard = comparisons.map((one) =>
      one.pupil === one.shown ? { ...one, register: one.register - 1.2, alone: one.alone - 1.2 } : one,
    );
    const [few, many] = [20, 200].map((pupils) => tradeOff(hard, 'pupils', pupils, scales));
    for (const [at, { missed, from, to }] of few!.entries()) {
      expect(missed).toBeLessThanOrEqual(many![at]!.missed);
      expect(from).toBeLessThanOrEqual(to);
    }
  });

  it('draws the same subjects each time', () => {
    expect(drawSubjects(['a', 'b', 'c'], 5)).toEqual(drawSubjects(['a', 'b', 'c'], 5));
    expect(middleOf([3, 1, 2])).toEqual({ from: 1, to: 3 });
  });
});

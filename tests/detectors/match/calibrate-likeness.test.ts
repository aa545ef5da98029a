import { describe, expect, it } from 'vitest';
import { calibrateLikeness } from '../../../src/detectors/match/calibrate-likeness.ts';

describe('calibrateLikeness', () => {
  it('rises with likeness and stays between 0 and 1', () => {
    const scores = [-10, 2, 2.8, 3.2, 3.4, 3.6, 4, 10].map((likeness) => calibrateLikeness(likeness));
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
  });

  it('asks for more the younger the pupil is, without steps', () => {
    const ages = Array.from({ length: 80 }, (_, at) => at / 2);
    const scores = ages.map((age) => calibrateLikeness(3.3, age));
    for (const [at, score] of scores.entries()) {
      const before = scores[at - 1] ?? score;
      expect(score).toBeGreaterThanOrEqual(before);
      expect(score - before).toBeLessThan(0.12);
    }
    expect(scores[0]).toBeLessThan(0.1);
    expect(scores.at(-1)).toBeGreaterThan(0.8);
  });
});

import { describe, expect, it } from 'vitest';
import { calibrateLikeness, likenessAt } from '../../../src/detectors/match/calibrate-likeness.ts';
import { measuredMatching } from '../../../src/policy/words/measured-matching.ts';

const { scales, words } = measuredMatching;

describe.each(['alone', 'register'] as const)('calibrateLikeness, %s', (scale) => {
  const { possible, likely } = scales[scale];
  const usual = likenessAt(likely, 10);

  it('rises with likeness and stays between 0 and 1', () => {
    const scores = [-10, 0.5, 1, 1.5, 2, 2.5, 3, 10].map((likeness) => calibrateLikeness(likeness, scale));
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
  });

  it('gives the words’ scores at the measured likenesses', () => {
    for (const { ageYears, likeness } of possible)
      expect(calibrateLikeness(likeness, scale, ageYears)).toBeCloseTo(words.possible, 6);
    for (const { ageYears, likeness } of likely)
      expect(calibrateLikeness(likeness, scale, ageYears)).toBeCloseTo(words.likely, 6);
  });

  it('asks for more the younger the pupil is', () => {
    const ages = Array.from({ length: 80 }, (_, at) => at / 2);
    const scores = ages.map((age) => calibrateLikeness(usual, scale, age));
    expect(scores[0]).toBeLessThan(scores[20]! - 0.1);
    expect(scores[20]).toBeCloseTo(words.likely, 6);
    expect(scores.at(-1)).toBeGreaterThan(words.likely);
  });
});

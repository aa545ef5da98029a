import { describe, expect, it } from 'vitest';
import { calibrateLikeness, likenessAt } from '../../../src/detectors/match/calibrate-likeness.ts';
import { measuredMatching } from '../../../src/policy/words/measured-matching.ts';

const { scales, words } = measuredMatching;

describe.each(['alone', 'register'] as const)('calibrateLikeness, %s', (scale) => {
  const { possible, likely } = scales[scale];
  const usual = likenessAt(likely, 10);

  const clear = 4;

  it.each([clear, 3, 1])('rises with likeness and stays between 0 and 1, for a vector of length %d', (strength) => {
    const likenesses = [-10, 0.5, 1, 1.5, 2, 2.5, 3, 10];
    const scores = likenesses.map((likeness) => calibrateLikeness({ likeness, strength }, scales[scale]));
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
  });

  it('gives the words’ scores at the measured likenesses', () => {
    for (const { ageYears, likeness } of possible)
      expect(calibrateLikeness({ likeness, strength: clear, ageYears }, scales[scale])).toBeCloseTo(words.possible, 6);
    for (const { ageYears, likeness } of likely)
      expect(calibrateLikeness({ likeness, strength: clear, ageYears }, scales[scale])).toBeCloseTo(words.likely, 6);
  });

  it('asks for more the younger the pupil is', () => {
    const ages = Array.from({ length: 80 }, (_, at) => at / 2);
    const scores = ages.map((age) =>
      calibrateLikeness({ likeness: usual, strength: clear, ageYears: age }, scales[scale]),
    );
    expect(scores[0]).toBeLessThan(scores[20]! - 0.1);
    expect(scores[20]).toBeCloseTo(words.likely, 6);
    expect(scores.at(-1)).toBeGreaterThan(words.likely);
  });

  it('lets a face of which little was seen be possible from less, and likely only by itself', () => {
    const [from, to] = [likenessAt(possible, 10), likenessAt(likely, 10)];
    const scoreAt = (likeness: number, strength: number): number =>
      calibrateLikeness({ likeness, strength }, scales[scale]);
    expect(scoreAt(from - 0.1, clear)).toBeLessThan(words.possible);
    expect(scoreAt(from - 0.1, 2.8)).toBeGreaterThan(words.possible);
    expect(scoreAt(from - 0.3, 1)).toBeLessThan(words.possible);
    expect(scoreAt(to - 0.001, 1)).toBeLessThan(words.likely);
    expect(scoreAt(to, 1)).toBeCloseTo(words.likely, 6);
  });
});

import { describe, expect, it } from 'vitest';
import { leastProbability } from '../../../src/detectors/faces/least-probability.ts';

describe('which faces are reported', () => {
  it('asks less of a face the larger it is', () => {
    const least = [12, 15, 20, 39, 41, 300].map((sizePx) => leastProbability('careful', sizePx, 1024));
    expect(least).toEqual([...least].sort((a, b) => b - a));
    expect(least[0]).toBe(Infinity);
    expect(least.at(-1)).toBeLessThan(0.05);
  });

  it('goes by what the nets see of a large photo, but never hides a face of many pixels', () => {
    // 60 pixels of 4,096 are 15 for nets that look at 1,024; in the photo they are a face that can be recognised.
    expect(leastProbability('careful', 60, 4096)).toBe(leastProbability('careful', 20, 1024));
    expect(leastProbability('careful', 180, 4096)).toBe(leastProbability('careful', 45, 1024));
  });

  it('takes the pixels of a small photo as they are', () => {
    expect(leastProbability('careful', 20, 250)).toBe(leastProbability('careful', 20, 1024));
  });

  it('asks more where few false boxes are wanted', () => {
    for (const sizePx of [20, 60, 200]) {
      expect(leastProbability('quick', sizePx, 1024)).toBeGreaterThan(leastProbability('careful', sizePx, 1024));
    }
  });
});

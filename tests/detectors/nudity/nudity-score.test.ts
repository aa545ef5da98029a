import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nudityScore } from '../../../src/detectors/nudity/nudity-score.ts';

// drawing, hentai, neutral, porn, sexy
const classes = (...values: number[]): Float32Array => Float32Array.from(values);

describe('nudityScore', () => {
  it('is one half where the measured false alarms end', () => {
    expect(nudityScore(classes(0, 0, 0.2, 0.8, 0))).toBeCloseTo(0.5, 5);
  });

  it('does not count swimwear and tight clothes', () => {
    expect(nudityScore(classes(0, 0, 0.05, 0, 0.95))).toBe(0);
  });

  it('counts drawn nudity half, so that it alone is not enough', () => {
    expect(nudityScore(classes(0, 1, 0, 0, 0))).toBeLessThan(0.5);
    expect(nudityScore(classes(0, 0.4, 0, 0.6, 0))).toBeCloseTo(0.5, 5);
  });

  it('stays a probability and grows with photographed nudity', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        const [low, high] = [nudityScore(classes(0, 0, 1 - a, a * b, 0)), nudityScore(classes(0, 0, 1 - a, a, 0))];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

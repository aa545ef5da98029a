import { describe, expect, it } from 'vitest';
import { calibrate, calibrationOf } from '../../eval/train/calibrate.ts';
import { applyLinear, fitLogistic, type Example } from '../../eval/train/fit-logistic.ts';
import { randomFrom } from '../../eval/text/random.ts';

/** Two overlapping clouds; the second number says nothing. */
function clouds(): Example[] {
  const random = randomFrom(5);
  return Array.from({ length: 400 }, (_, index) => {
    const isPositive = index % 2 === 0;
    const value = (isPositive ? 3 : 1) + random.between(-1.5, 1.5);
    return { features: Float32Array.of(value, random.between(-1, 1)), isPositive, weight: 1 };
  });
}

describe('fitLogistic', () => {
  it('puts the border between the clouds and ignores noise', () => {
    const model = fitLogistic(clouds(), { decay: 0.001, steps: 1000 });
    expect(-model.bias / model.weights[0]!).toBeCloseTo(2, 0);
    expect(Math.abs(model.weights[1]!)).toBeLessThan(Math.abs(model.weights[0]!) / 5);
  });

  it('gives the same model for the same examples', () => {
    expect(fitLogistic(clouds(), { decay: 0.1 })).toEqual(fitLogistic(clouds(), { decay: 0.1 }));
  });

  it('refuses to fit nothing', () => {
    expect(() => fitLogistic([], { decay: 1 })).toThrow(RangeError);
  });
});

describe('calibrate', () => {
  it('flags the wanted share of the negatives at one half', () => {
    const examples = clouds();
    const model = fitLogistic(examples, { decay: 0.01 });
    const answers = examples.map(({ features, isPositive }) => ({ logOdds: applyLinear(model, features), isPositive }));
    const calibrated = calibrate(model, calibrationOf(answers, 0.1));
    const negatives = examples.filter(({ isPositive }) => !isPositive);
    const flagged = negatives.filter(({ features }) => applyLinear(calibrated, features) > 0).length;
    expect(flagged / negatives.length).toBeCloseTo(0.1, 2);
  });

  it('needs both sides', () => {
    expect(() => calibrationOf([{ logOdds: 1, isPositive: true }], 0.1)).toThrow(RangeError);
  });
});

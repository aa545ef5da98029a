import { describe, expect, it } from 'vitest';
import { toUnit, type Comparable } from '../../../src/detectors/match/compare-vectors.ts';
import { openRegister } from '../../../src/detectors/match/open-register.ts';

/** Numbers from -0.5 to 0.5 that are the same in every run. */
function drawn(seed: number, length: number): Float32Array {
  let state = seed * 7919 + 17;
  return Float32Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647 - 0.5;
  });
}
const shared = { feature: toUnit(drawn(1, 512)), descriptor: toUnit(drawn(2, 128)) };
/** A face of which a given part is common to everybody. */
function faceOf(seed: number, common: number): Comparable & { strength: number } {
  const mix = (own: Float32Array, everybody: Float32Array) =>
    toUnit(toUnit(own).map((value, at) => value * (1 - common) + everybody[at]! * common));
  const feature = mix(drawn(seed, 512), shared.feature);
  return { feature, descriptor: mix(drawn(seed + 1000, 128), shared.descriptor), strength: 10 };
}
const pupils = (count: number, common: number) =>
  Array.from({ length: count }, (_, at) => ({ vectors: [faceOf(at + 10, common)] }));

describe('openRegister', () => {
  it('compares a small gallery as it is', () => {
    const register = openRegister(pupils(10, 0.5));
    expect(register.scale).toBe('alone');
    expect(register.compare(faceOf(10, 0.5))[0]).toBeCloseTo(3, 5);
  });

  it('takes off what all pupils have in common', () => {
    const [plain, large] = [openRegister(pupils(10, 0.5)), openRegister(pupils(20, 0.5))];
    expect(large.scale).toBe('register');
    const stranger = faceOf(500, 0.5);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(plain.compare(stranger))).toBeGreaterThan(1);
    expect(mean(large.compare(stranger))).toBeLessThan(0.5);
    const likenesses = large.compare(faceOf(15, 0.5));
    expect(likenesses.indexOf(Math.max(...likenesses))).toBe(5);
    expect(likenesses[5]).toBeGreaterThan(2.5);
  });

  it('gives a pupil the same likeness wherever the pupil stands in the list', () => {
    const list = pupils(15, 0.3);
    const face = faceOf(12, 0.3);
    const forwards = openRegister(list).compare(face);
    const backwards = openRegister([...list].reverse())
      .compare(face)
      .reverse();
    for (const [at, value] of forwards.entries()) expect(value).toBeCloseTo(backwards[at]!, 5);
  });
});

import { expect, it } from 'vitest';
import type { Comparison } from '../../eval/calibrate/comparison.ts';
import { weightsOfPack } from '../../eval/calibrate/weights-of-pack.ts';
import { compareVectors, type Comparable } from '../../src/detectors/match/compare-vectors.ts';
import { netsWithPack, packNet, shippedNets, type ComparedNet } from '../../src/detectors/match/likeness-model.ts';

const unit = (angle: number): Float32Array => Float32Array.of(Math.cos(angle), Math.sin(angle));
/** Faces of which all nets say the same. */
const faces: Comparable[] = [0, 0.2, 0.7, 1.1, 1.3, 2].map((angle) => ({
  feature: unit(angle),
  descriptor: unit(angle),
  added: unit(angle),
}));

function compareAll(nets: readonly ComparedNet[], group: Comparison['group'] = 'pupils'): Comparison[] {
  return faces.flatMap((a, i) =>
    faces.slice(i + 1).map((b, j) => {
      const likeness = compareVectors(a, b, nets);
      const about = { pupil: `${i}`, shown: `${i + 1 + j}`, probe: '', ageYears: 10, group, strength: 4 };
      return { ...about, alone: likeness, register: likeness };
    }),
  );
}

it('lets a pack say as much as the shipped nets, so that one that says the same changes no likeness', () => {
  const weights = weightsOfPack(compareAll(shippedNets), compareAll([packNet(1)]));
  expect(weights).toEqual({ shipped: 0.5, pack: 1.5 });
  const [before, after] = [compareAll(shippedNets), compareAll(netsWithPack(weights))];
  for (const [at, { alone }] of after.entries()) expect(alone).toBeCloseTo(before[at]!.alone, 5);
});

it('keeps strangers as far apart as they were when the pack says something else', () => {
  const other = compareAll([packNet(1)]).map((one, at) => ({ ...one, alone: Math.sin(at * 5.7) }));
  const shipped = compareAll(shippedNets);
  const weights = weightsOfPack(shipped, other);
  const joined = shipped.map((one, at) => weights.shipped * one.alone + weights.pack * other[at]!.alone);
  expect(spreadOf(joined)).toBeCloseTo(spreadOf(shipped.map(({ alone }) => alone)), 3);
  expect(weights.shipped).toBeGreaterThan(0.5);
});

it('is measured on strangers of school age, whose faces were found', () => {
  const [shipped, pack] = [compareAll(shippedNets), compareAll([packNet(1)])];
  const others: Comparison[] = [
    ...compareAll([packNet(50)], 'adults'),
    ...compareAll([packNet(50)]).map((one) => ({ ...one, shown: one.pupil })),
    { ...pack[0]!, alone: -Infinity },
  ];
  expect(weightsOfPack([...shipped, ...others], [...pack, ...others])).toEqual(weightsOfPack(shipped, pack));
  expect(() => weightsOfPack([], [])).toThrow('no strangers of school age');
});

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  return Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length);
}

import { describe, expect, it } from 'vitest';
import { ocrDistance } from '../../../src/policy/names/ocr-distance.ts';
import { ocrSkeleton } from '../../../src/policy/names/ocr-skeleton.ts';

describe('ocrDistance', () => {
  it.each([
    [0.3, '0o 1l 1i il |l |i 5s 8b 9g 2z'],
    [0.4, '6g 6b oq 0q 0d ij 1j lj uv ce hn ft gq gy vy 4a 3e 7t'],
  ])('takes one shape for another at %d: %s', (cost, pairs) => {
    for (const pair of pairs.split(' ')) {
      const [one, other] = [`m${pair[0]!}m`, `m${pair[1]!}m`];
      expect([pair, ocrDistance(one, other)]).toEqual([pair, cost]);
      expect([pair, ocrDistance(other, one)]).toEqual([pair, cost]);
    }
  });

  it.each([
    ['rn', 'm', 0.3],
    ['cl', 'd', 0.3],
    ['vv', 'w', 0.3],
    ['nn', 'm', 0.4],
    ['ii', 'u', 0.4],
    ['li', 'h', 0.4],
    ['lc', 'k', 0.4],
  ])('takes %s for %s, also at either end', (two, one, cost) => {
    for (const around of [(text: string) => text, (text: string) => `a${text}`, (text: string) => `${text}a`]) {
      expect(ocrDistance(around(two), around(one))).toBeCloseTo(cost, 9);
      expect(ocrDistance(around(one), around(two))).toBeCloseTo(cost, 9);
    }
  });

  it.each([
    ['', '', 0],
    ['', 'ab', 2],
    ['ab', '', 2],
    ['', 'aa', 1.5],
    ['aa', '', 1.5],
    ['kate', 'mate', 1],
    ['kate', 'kat', 1],
    ['anna', 'ana', 0.5],
    ['ana', 'anna', 0.5],
    // Two that changed places are one slip, but not two that stand apart.
    ['rhsy', 'rhys', 1],
    ['hrys', 'rhys', 1],
    ['ryhs', 'rhys', 1],
    ['syhr', 'rhys', 3],
    ['rnary', 'mavy', 1.3],
  ])('from %j to %j is %d', (read, name, cost) => {
    expect(ocrDistance(read, name)).toBeCloseTo(cost, 9);
  });
});

describe('ocrSkeleton', () => {
  it.each([
    ['j0hn5', 'lohns'],
    ['qi|j1', 'oll' + 'll'],
    ['8692', 'bggz'],
    ['rnclvv', 'mdw'],
    ['arnrnclclvvv', 'ammddwv'],
    ['pet34', 'pet34'],
  ])('of %s is %s', (folded, skeleton) => {
    expect(ocrSkeleton(folded)).toBe(skeleton);
  });
});

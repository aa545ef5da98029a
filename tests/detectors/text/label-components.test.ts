import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelComponents } from '../../../src/detectors/text/label-components.ts';

const width = 9;
const anyMap = fc
  .array(fc.integer({ min: 0, max: 2 }), { minLength: width * 7, maxLength: width * 7 })
  .map((values) => Float32Array.from(values));

/** Whether two positions touch, by a side or a corner. */
const touch = (a: number, b: number): boolean =>
  Math.abs((a % width) - (b % width)) <= 1 && Math.abs(Math.floor(a / width) - Math.floor(b / width)) <= 1;

describe('patches of a map', () => {
  it('hold every pixel above the threshold once, and no two of them touch', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const patches = labelComponents(map, width, 0.5, 1).map(({ cells }) => Array.from(cells));
        const above = [...map.keys()].filter((at) => map[at]! > 0.5);
        expect(patches.flat().sort((a, b) => a - b)).toEqual(above);
        patches.forEach((patch, i) => {
          for (const other of patches.slice(i + 1)) {
            expect(patch.some((a) => other.some((b) => touch(a, b)))).toBe(false);
          }
        });
      }),
    );
  });

  it('are counted, averaged and kept within the given sizes', () => {
    fc.assert(
      fc.property(anyMap, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 12 }), (map, least, more) => {
        const all = labelComponents(map, width, 0.5, 1);
        const some = labelComponents(map, width, 0.5, least, least + more);
        expect(some).toEqual(all.filter(({ pixels }) => pixels >= least && pixels <= least + more));
        for (const { cells, pixels, mean } of all) {
          expect(pixels).toBe(cells.length);
          expect(mean).toBeCloseTo(cells.reduce((sum, at) => sum + map[at]!, 0) / pixels, 5);
        }
      }),
    );
  });
});

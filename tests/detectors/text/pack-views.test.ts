import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intersectionArea } from '../../../src/lib/geometry.ts';
import { packViews } from '../../../src/detectors/text/pack-views.ts';

const view = fc.record({
  part: fc.record({
    x: fc.constant(0),
    y: fc.constant(0),
    width: fc.integer({ min: 1, max: 900 }),
    height: fc.integer({ min: 1, max: 900 }),
  }),
  scale: fc.constantFrom(0.3, 1, 2),
});

describe('packViews', () => {
  it('lays every view on one sheet, inside it, without overlap', () => {
    fc.assert(
      fc.property(fc.array(view, { maxLength: 30 }), (views) => {
        const sheets = packViews(views, 640);
        expect(sheets.flatMap(({ placements }) => placements.map((one) => one.view))).toHaveLength(views.length);
        for (const { width, height, placements } of sheets) {
          const largest = Math.max(...placements.map((one) => Math.max(one.width, one.height)));
          expect(Math.max(width, height)).toBeLessThanOrEqual(Math.max(640, largest));
          for (const [i, a] of placements.entries()) {
            expect(a.x + a.width).toBeLessThanOrEqual(width);
            expect(a.y + a.height).toBeLessThanOrEqual(height);
            for (const b of placements.slice(i + 1)) expect(intersectionArea(a, b)).toBe(0);
          }
        }
      }),
    );
  });
});

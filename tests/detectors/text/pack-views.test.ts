import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intersectionArea } from '../../../src/lib/geometry.ts';
import { packTightly, packViews } from '../../../src/detectors/text/pack-views.ts';

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

describe('packTightly', () => {
  const looked = (sheets: ReturnType<typeof packViews>): number =>
    sheets.reduce((sum, { width, height }) => sum + Math.ceil(width / 32) * Math.ceil(height / 32), 0);

  it('lays out every view and leaves no more empty than a loose layout does', () => {
    fc.assert(
      fc.property(fc.array(view, { minLength: 1, maxLength: 30 }), (views) => {
        const area = views.reduce((sum, { part, scale }) => sum + part.width * part.height * scale ** 2, 0);
        const loose = packViews(views, Math.min(960, Math.max(256, Math.ceil(Math.sqrt(area * 1.3) / 32) * 32)));
        const tight = packTightly(views, 256, 960);
        expect(tight.flatMap(({ placements }) => placements)).toHaveLength(views.length);
        expect(looked(tight)).toBeLessThanOrEqual(looked(loose));
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convexHull } from '../../../src/detectors/text/convex-hull.ts';
import { growRectangle } from '../../../src/detectors/text/grow-rectangle.ts';
import { minimumAreaRectangle } from '../../../src/detectors/text/minimum-area-rectangle.ts';
import { polygonArea, sharedArea } from '../../../src/detectors/text/quad-overlap.ts';
import { readingQuad, turnQuad } from '../../../src/detectors/text/reading-quad.ts';
import { cornersOf, type RotatedRectangle } from '../../../src/detectors/text/rotated-rectangle.ts';
import { sizeOf, unitSquareTo, warpQuad } from '../../../src/detectors/text/warp-quad.ts';
import type { Point, Quad } from '../../../src/lib/geometry.ts';

const coordinate = fc.integer({ min: -500, max: 500 });
const point = fc.record({ x: coordinate, y: coordinate });
const rectangle: fc.Arbitrary<RotatedRectangle> = fc.record({
  centre: point,
  width: fc.integer({ min: 5, max: 300 }),
  height: fc.integer({ min: 5, max: 300 }),
  angle: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
});

/** The point in the rectangle's own frame, whose axes are the rectangle's sides. */
function inFrame({ centre, angle }: RotatedRectangle, { x, y }: Point): Point {
  const [dx, dy] = [x - centre.x, y - centre.y];
  return { x: dx * Math.cos(angle) + dy * Math.sin(angle), y: dy * Math.cos(angle) - dx * Math.sin(angle) };
}

function angleOf([a, b]: Quad): number {
  return Math.atan2(b.y - a.y, b.x - a.x);
}

describe('convexHull', () => {
  it('keeps the corners of a square and drops what is inside or on its edges', () => {
    const square = [0, 1, 2, 3].flatMap((x) => [0, 1, 2, 3].map((y) => ({ x, y })));
    expect(convexHull(square)).toEqual([
      { x: 0, y: 0 },
      { x: 3, y: 0 },
      { x: 3, y: 3 },
      { x: 0, y: 3 },
    ]);
  });

  it('gives one or two points back', () => {
    expect(convexHull([{ x: 1, y: 1 }])).toEqual([{ x: 1, y: 1 }]);
    expect(
      convexHull([
        { x: 2, y: 1 },
        { x: 1, y: 1 },
        { x: 2, y: 1 },
      ]),
    ).toHaveLength(2);
  });
});

describe('minimumAreaRectangle', () => {
  it('holds every point', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 30 }), (points) => {
        const found = minimumAreaRectangle(points);
        for (const one of points) {
          const own = inFrame(found, one);
          expect(Math.abs(own.x)).toBeLessThanOrEqual(found.width / 2 + 1e-6);
          expect(Math.abs(own.y)).toBeLessThanOrEqual(found.height / 2 + 1e-6);
        }
      }),
    );
  });

  it('finds a turned rectangle again from its corners', () => {
    fc.assert(
      fc.property(rectangle, (given) => {
        const found = minimumAreaRectangle(cornersOf(given));
        expect(found.width * found.height).toBeCloseTo(given.width * given.height, 3);
        expect(found.centre.x).toBeCloseTo(given.centre.x, 6);
        expect(found.centre.y).toBeCloseTo(given.centre.y, 6);
      }),
    );
  });

  it('refuses an empty list', () => {
    expect(() => minimumAreaRectangle([])).toThrow(RangeError);
  });
});

describe('growRectangle', () => {
  it('moves every side out by area x ratio / perimeter', () => {
    fc.assert(
      fc.property(rectangle, fc.double({ min: 0.5, max: 3, noNaN: true }), (given, ratio) => {
        const grown = growRectangle(given, ratio);
        const distance = (given.width * given.height * ratio) / (2 * (given.width + given.height));
        expect(grown.width - given.width).toBeCloseTo(2 * distance, 6);
        expect(grown.height - given.height).toBeCloseTo(2 * distance, 6);
        expect(sharedArea(cornersOf(grown), cornersOf(given))).toBeCloseTo(given.width * given.height, 3);
      }),
    );
  });

  it('leaves a point a point', () => {
    const nothing = { centre: { x: 1, y: 1 }, width: 0, height: 0, angle: 0 };
    expect(growRectangle(nothing, 1.5)).toEqual(nothing);
  });
});

describe('sharedArea', () => {
  it('is symmetric and never more than either', () => {
    fc.assert(
      fc.property(rectangle, rectangle, (one, other) => {
        const [a, b] = [cornersOf(one), cornersOf(other)];
        const shared = sharedArea(a, b);
        expect(shared).toBeCloseTo(sharedArea(b, a), 3);
        expect(shared).toBeLessThanOrEqual(Math.min(polygonArea(a), polygonArea(b)) + 1e-6);
      }),
    );
  });

  it('knows a quarter', () => {
    const square = (x: number, y: number): Quad => cornersOf({ centre: { x, y }, width: 10, height: 10, angle: 0 });
    expect(sharedArea(square(0, 0), square(5, 5))).toBeCloseTo(25, 9);
    expect(sharedArea(square(0, 0), square(20, 0))).toBe(0);
  });
});

describe('readingQuad', () => {
  it('reads a long line along its longer side, from left to right or downwards', () => {
    fc.assert(
      fc.property(rectangle, ({ centre, height, angle }) => {
        const quad = readingQuad({ centre, width: height * 3, height, angle });
        const { along, across } = sizeOf(quad);
        expect(along).toBeCloseTo(3 * across, 4);
        expect(angleOf(quad)).toBeGreaterThan(-Math.PI / 4 - 1e-6);
        expect(angleOf(quad)).toBeLessThan((3 * Math.PI) / 4 + 1e-6);
      }),
    );
  });

  it('comes round again after four quarter turns', () => {
    const quad = cornersOf({ centre: { x: 0, y: 0 }, width: 30, height: 10, angle: 0.3 });
    expect(turnQuad(turnQuad(quad, 2), 2)).toEqual(quad);
    expect(turnQuad(turnQuad(quad, 1), 3)).toEqual(quad);
  });
});

describe('warpQuad', () => {
  it('maps the corners of the unit square onto any convex quad', () => {
    fc.assert(
      fc.property(rectangle, fc.double({ min: 0, max: 0.3, noNaN: true }), (given, squeeze) => {
        const [a, b, c, d] = cornersOf(given);
        const quad: Quad = [a, { x: b.x + squeeze * (c.x - b.x), y: b.y + squeeze * (c.y - b.y) }, c, d];
        const mapping = unitSquareTo(quad);
        const corners = [mapping(0, 0), mapping(1, 0), mapping(1, 1), mapping(0, 1)];
        corners.forEach((corner, i) => {
          expect(corner.x).toBeCloseTo(quad[i]!.x, 4);
          expect(corner.y).toBeCloseTo(quad[i]!.y, 4);
        });
      }),
    );
  });

  it('cuts a part out unchanged where nothing is turned or scaled', () => {
    const width = 20;
    const data = Uint8Array.from({ length: width * width * 3 }, (_, i) => (i * 7) % 256);
    const quad = cornersOf({ centre: { x: 9, y: 8 }, width: 6, height: 4, angle: 0 });
    const cut = warpQuad({ width, height: width, data }, quad, 6, 4);
    const expected = [6, 7, 8, 9].flatMap((y) => [...data.subarray((y * width + 6) * 3, (y * width + 12) * 3)]);
    expect([...cut.data]).toEqual(expected);
  });

  it('turns a picture round', () => {
    const data = new Uint8Array(2 * 2 * 3);
    data.fill(255, 0, 3);
    const whole = cornersOf({ centre: { x: 1, y: 1 }, width: 2, height: 2, angle: 0 });
    const turned = warpQuad({ width: 2, height: 2, data }, turnQuad(whole, 2), 2, 2);
    expect([...turned.data]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeOfLine, turnQuad, unitSquareToLine } from '../../../src/detectors/text/bent-quad.ts';
import { convexHull } from '../../../src/detectors/text/convex-hull.ts';
import { fitBend } from '../../../src/detectors/text/fit-bend.ts';
import { growRectangle } from '../../../src/detectors/text/grow-rectangle.ts';
import { minimumAreaRectangle } from '../../../src/detectors/text/minimum-area-rectangle.ts';
import { polygonArea, sharedArea } from '../../../src/detectors/text/quad-overlap.ts';
import { readingQuad } from '../../../src/detectors/text/reading-quad.ts';
import { cornersOf, type RotatedRectangle } from '../../../src/detectors/text/rotated-rectangle.ts';
import { sizeOf, unitSquareTo, warp } from '../../../src/detectors/text/warp-quad.ts';
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
        const { quad } = readingQuad({ rectangle: { centre, width: height * 3, height, angle }, bend: 0 });
        const { along, across } = sizeOf(quad);
        expect(along).toBeCloseTo(3 * across, 4);
        expect(angleOf(quad)).toBeGreaterThan(-Math.PI / 4 - 1e-6);
        expect(angleOf(quad)).toBeLessThan((3 * Math.PI) / 4 + 1e-6);
      }),
    );
  });

  it('comes round again after four quarter turns', () => {
    const quad = cornersOf({ centre: { x: 0, y: 0 }, width: 30, height: 10, angle: 0.3 });
    const bent = { quad, bend: 0.4 };
    expect(turnQuad(turnQuad(bent, 2), 2)).toEqual(bent);
    expect(turnQuad(turnQuad(bent, 1), 3).quad).toEqual(quad);
    expect(turnQuad(bent, 2).bend).toBe(-0.4);
  });
});

describe('a bent line', () => {
  /** Pixels of a band of the given height along v = bend * (2u / length)^2, turned by an angle about a centre. */
  function band(length: number, height: number, bend: number, angle: number): Point[] {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const pixels: Point[] = [];
    for (let u = -length / 2; u <= length / 2; u += 1) {
      for (let w = -height / 2; w <= height / 2; w += 1) {
        const v = w + bend * ((2 * u) / length) ** 2;
        pixels.push({ x: 300 + u * cos - v * sin, y: 200 + u * sin + v * cos });
      }
    }
    return pixels;
  }

  it('is found with its bend, whichever way it lies, and cut along it', () => {
    const anyBend = fc.constantFrom(-24, -14, 14, 24);
    const anyAngle = fc.double({ min: -0.78, max: 2.3, noNaN: true });
    fc.assert(
      fc.property(anyBend, anyAngle, fc.integer({ min: 100, max: 200 }), (bend, angle, length) => {
        const pixels = band(length, 14, bend, angle);
        const found = fitBend(pixels, minimumAreaRectangle(pixels));
        expect(found).not.toBeNull();
        expect(Math.abs(found!.bend - bend)).toBeLessThan(0.15 * Math.abs(bend) + 1);
        const line = readingQuad(found!);
        expect(Math.abs(sizeOfLine(line).across - 15)).toBeLessThan(3);
        const at = unitSquareToLine(line);
        for (const u of [0, 0.25, 0.5, 0.75, 1]) {
          const along = (u - 0.5) * length;
          const across = bend * (2 * u - 1) ** 2;
          const { x, y } = at(u, 0.5);
          expect(x).toBeCloseTo(300 + along * Math.cos(angle) - across * Math.sin(angle), -0.8);
          expect(y).toBeCloseTo(200 + along * Math.sin(angle) + across * Math.cos(angle), -0.8);
        }
      }),
    );
  });

  it('is not made of a straight or a short one', () => {
    for (const pixels of [band(150, 14, 0, 0.2), band(150, 14, 1.5, 0.2), band(20, 14, 6, 0.2), band(1, 1, 0, 0)]) {
      expect(fitBend(pixels, minimumAreaRectangle(pixels))).toBeNull();
    }
  });
});

describe('warp', () => {
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
    const cut = warp({ width, height: width, data }, unitSquareTo(quad), 6, 4, 1);
    const expected = [6, 7, 8, 9].flatMap((y) => [...data.subarray((y * width + 6) * 3, (y * width + 12) * 3)]);
    expect([...cut.data]).toEqual(expected);
  });

  it('turns a picture round', () => {
    const data = new Uint8Array(2 * 2 * 3);
    data.fill(255, 0, 3);
    const whole = cornersOf({ centre: { x: 1, y: 1 }, width: 2, height: 2, angle: 0 });
    const turned = warp(
      { width: 2, height: 2, data },
      unitSquareTo(turnQuad({ quad: whole, bend: 0 }, 2).quad),
      2,
      2,
      1,
    );
    expect([...turned.data]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255]);
  });
});

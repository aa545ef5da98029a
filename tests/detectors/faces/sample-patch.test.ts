import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignFace, arcFacePlaces } from '../../../src/detectors/faces/align-face.ts';
import { patchAround, toPhoto } from '../../../src/detectors/faces/patch-transform.ts';
import { planWindows } from '../../../src/detectors/faces/plan-windows.ts';
import { samplePatch, type PixelScaling } from '../../../src/detectors/faces/sample-patch.ts';
import type { Raster } from '../../../src/lib/raster.ts';

const asIs: PixelScaling = { mean: [0, 0, 0], scale: [1, 1, 1], fill: 7 };

/** Red counts columns, green counts rows. */
function ramp(width: number, height: number): Raster {
  const data = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    data[at * 3] = at % width;
    data[at * 3 + 1] = Math.floor(at / width);
  }
  return { width, height, data };
}

describe('samplePatch', () => {
  const photo = ramp(40, 30);

  it('copies a plain shift exactly and fills what lies outside', () => {
    const shift = { a: 1, b: 0, c: 0, d: 1, tx: -2, ty: 3 };
    const red = samplePatch(photo, shift, { width: 6, height: 4 }, asIs).subarray(0, 24);
    expect([...red.subarray(0, 6)]).toEqual([7, 7, 0, 1, 2, 3]);
  });

  it('gives the same for a plain shift as for one a hair beside it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 45 }), fc.integer({ min: -10, max: 35 }), (tx, ty) => {
        const size = { width: 12, height: 9 };
        const plain = samplePatch(photo, { a: 1, b: 0, c: 0, d: 1, tx, ty }, size, asIs);
        const beside = samplePatch(photo, { a: 1, b: 0, c: 0, d: 1, tx: tx + 1e-9, ty }, size, asIs);
        expect(Math.max(...plain.map((value, at) => Math.abs(value - beside[at]!)))).toBeLessThan(1e-4);
      }),
    );
  });

  it('averages when it shrinks and keeps places when it turns', () => {
    const half = samplePatch(photo, { a: 2, b: 0, c: 0, d: 2, tx: 0, ty: 0 }, { width: 4, height: 4 }, asIs);
    expect(half[1]).toBeCloseTo(2.5, 4);
    const turned = patchAround({ x: 20, y: 15 }, { width: 9, height: 9 }, 1, Math.PI / 2);
    const planes = samplePatch(photo, turned, { width: 9, height: 9 }, asIs);
    const place = toPhoto(turned, { x: 2.5, y: 6.5 });
    expect(planes[6 * 9 + 2]).toBeCloseTo(place.x - 0.5, 4);
    expect(planes[81 + 6 * 9 + 2]).toBeCloseTo(place.y - 0.5, 4);
  });
});

describe('planWindows', () => {
  it('covers every place of the photo, and boxes up to the overlap whole', () => {
    const size = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(
        size,
        size,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (width, height, u, v) => {
          const zoom = 1024 / Math.max(width, height);
          const [w, h] = [width * zoom, height * zoom];
          const [x, y] = [u * Math.max(0, w - 64), v * Math.max(0, h - 64)];
          const isWhole = planWindows({ width, height }, 1024, 64, { width: 320, height: 240 }).some(({ tx, ty }) => {
            const [left, top] = [tx * zoom, ty * zoom];
            return (
              left <= x + 1e-6 &&
              top <= y + 1e-6 &&
              left + 320 >= Math.min(w, x + 64) - 1e-6 &&
              top + 240 >= Math.min(h, y + 64) - 1e-6
            );
          });
          expect(isWhole).toBe(true);
        },
      ),
    );
  });
});

describe('alignFace', () => {
  it('brings five points that were turned, scaled and moved back to their places', () => {
    const moved = patchAround({ x: 300, y: 200 }, { width: 112, height: 112 }, 2.5, 0.7);
    const [eyeLeft, eyeRight, nose, mouthLeft, mouthRight] = arcFacePlaces.points.map((point) => toPhoto(moved, point));
    const found = alignFace(
      { eyeLeft: eyeLeft!, eyeRight: eyeRight!, nose: nose!, mouthLeft: mouthLeft!, mouthRight: mouthRight! },
      arcFacePlaces,
    );
    for (const key of ['a', 'b', 'c', 'd', 'tx', 'ty'] as const) expect(found[key]).toBeCloseTo(moved[key], 6);
  });
});

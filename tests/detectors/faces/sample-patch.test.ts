import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignFace, arcFacePlaces } from '../../../src/detectors/faces/align-face.ts';
import { createLayout, type LaidOutRaster } from '../../../src/detectors/faces/create-layout.ts';
import { patchAround, toPhoto, type PatchTransform } from '../../../src/detectors/faces/patch-transform.ts';
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

/** The mean of several bilinear samples for each pixel, one after the other; beyond the photo's edge the filling. */
function readPlainly(
  { width, height, data }: Raster,
  transform: PatchTransform,
  size: { width: number; height: number },
  fill: number,
): Float32Array {
  const samples = Math.min(6, Math.max(1, Math.round(Math.hypot(transform.a, transform.c))));
  const colour = (x: number, y: number, channel: number): number => data[(y * width + x) * 3 + channel]!;
  const sampleAt = (u: number, v: number, channel: number): number => {
    const place = toPhoto(transform, { x: u, y: v });
    const [x, y] = [place.x - 0.5, place.y - 0.5];
    if (x < -0.5 || y < -0.5 || x > width - 0.5 || y > height - 0.5) return fill;
    const [nearX, nearY] = [Math.min(Math.max(x, 0), width - 1), Math.min(Math.max(y, 0), height - 1)];
    const [left, top] = [Math.floor(nearX), Math.floor(nearY)];
    const [right, below] = [Math.min(left + 1, width - 1), Math.min(top + 1, height - 1)];
    const [across, down] = [nearX - left, nearY - top];
    const upper = colour(left, top, channel) * (1 - across) + colour(right, top, channel) * across;
    const lower = colour(left, below, channel) * (1 - across) + colour(right, below, channel) * across;
    return upper * (1 - down) + lower * down;
  };
  const plane = size.width * size.height;
  return Float32Array.from({ length: plane * 3 }, (_, at) => {
    const [channel, pixel] = [Math.floor(at / plane), at % plane];
    const [column, row] = [pixel % size.width, Math.floor(pixel / size.width)];
    let sum = 0;
    for (let sample = 0; sample < samples * samples; sample++) {
      const u = column + ((sample % samples) + 0.5) / samples;
      sum += sampleAt(u, row + (Math.floor(sample / samples) + 0.5) / samples, channel);
    }
    return sum / (samples * samples);
  });
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
    expect(half[1]).toBeCloseTo(2.5, 2);
    const turned = patchAround({ x: 20, y: 15 }, { width: 9, height: 9 }, 1, Math.PI / 2);
    const planes = samplePatch(photo, turned, { width: 9, height: 9 }, asIs);
    const place = toPhoto(turned, { x: 2.5, y: 6.5 });
    expect(planes[6 * 9 + 2]).toBeCloseTo(place.x - 0.5, 2);
    expect(planes[81 + 6 * 9 + 2]).toBeCloseTo(place.y - 0.5, 2);
  });

  it('reads every kind of patch as the plain rule does, to a 256th of a pixel', () => {
    const random = (seed: number): number => Math.floor(((Math.sin(seed * 78.233) * 43758.5453) % 1) * 127 + 128);
    const side = fc.integer({ min: 1, max: 40 });
    const part = fc.double({ min: 0.05, max: 1, noNaN: true });
    const turned = fc.record({
      zoom: fc.double({ min: 0.1, max: 6, noNaN: true }),
      angle: fc.double({ min: -3, max: 3, noNaN: true }),
    });
    const place = fc.double({ min: -9, max: 40, noNaN: true });
    fc.assert(
      fc.property(
        side,
        side,
        fc.oneof(fc.record({ a: part, d: part }), turned),
        place,
        place,
        (width, height, form, tx, ty) => {
          const noise = { width, height, data: Uint8Array.from({ length: width * height * 3 }, (_, at) => random(at)) };
          const [size, unit] = [
            { width: 23, height: 17 },
            { width: 0, height: 0 },
          ];
          const patch =
            'a' in form ? { b: 0, c: 0, ...form } : patchAround({ x: 0, y: 0 }, unit, form.zoom, form.angle);
          const transform = { ...patch, tx, ty };
          const [read, plain] = [
            samplePatch(noise, transform, size, asIs),
            readPlainly(noise, transform, size, asIs.fill),
          ];
          expect(Math.max(...read.map((value, at) => Math.abs(value - plain[at]!)))).toBeLessThan(2.1);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('createLayout', () => {
  /** What a net would see, copied so that it may be kept. */
  const see = (shown: LaidOutRaster): Promise<LaidOutRaster> =>
    Promise.resolve({ ...shown, planes: shown.planes.slice() });

  it('gives boxes back in the pixels of the raster, on sides that the net wants', async () => {
    const side = fc.integer({ min: 1, max: 90 });
    const layout = createLayout(32, asIs);
    await fc.assert(
      fc.asyncProperty(
        side,
        side,
        fc.constantFrom(0.5, 1, 1.7, 3),
        fc.constantFrom(0, 8),
        async (width, height, zoom, borderPx) => {
          const { planes, toRaster, ...size } = await layout(ramp(width, height), { zoom, borderPx }, see);
          expect([size.width % 32, size.height % 32]).toEqual([0, 0]);
          expect(size.width).toBeGreaterThanOrEqual(Math.round(width * zoom) + 2 * borderPx);
          expect(planes).toHaveLength(3 * size.width * size.height);
          const whole = { x: borderPx, y: borderPx, width: width * zoom, height: height * zoom };
          const { x, y, ...back } = toRaster(whole);
          expect([x, y, back.width, back.height].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([
            0,
            0,
            width,
            height,
          ]);
        },
      ),
    );
  });

  it('puts the photo behind its border and fills the rest', async () => {
    const { planes, width } = await createLayout(32, asIs)(ramp(20, 10), { zoom: 1, borderPx: 3 }, see);
    expect([...planes.subarray(3 * width, 3 * width + 7)]).toEqual([7, 7, 7, 0, 1, 2, 3]);
    expect([...planes.subarray(3 * width + 21, 3 * width + 25)]).toEqual([18, 19, 7, 7]);
    expect(planes[2 * width + 5]).toBe(7);
  });

  it('shows nothing of an earlier picture in the array that it uses again', async () => {
    const used = createLayout(32, asIs);
    await used(ramp(200, 200), { zoom: 1 }, ({ planes }) => Promise.resolve(planes.fill(Number.NaN)));
    const side = fc.integer({ min: 1, max: 90 });
    await fc.assert(
      fc.asyncProperty(
        side,
        side,
        fc.constantFrom(0.3, 0.5, 1, 1.7),
        fc.constantFrom(0, 8),
        async (width, height, zoom, borderPx) => {
          const place = { zoom, borderPx };
          const fresh = await createLayout(32, asIs)(ramp(width, height), place, see);
          const again = await used(ramp(width, height), place, ({ planes }) => {
            const kept = planes.slice();
            planes.fill(Number.NaN);
            return Promise.resolve(kept);
          });
          expect(again).toEqual(fresh.planes);
        },
      ),
    );
  });

  it('keeps pictures apart that are looked at at the same time, also after one failed', async () => {
    const layout = createLayout(32, asIs);
    await expect(layout(ramp(64, 64), { zoom: 1 }, () => Promise.reject(new Error('stopped')))).rejects.toThrow();
    const both = await layout(ramp(64, 64), { zoom: 1 }, async ({ planes }) => {
      const other = await layout(ramp(3, 3), { zoom: 1 }, see);
      return [planes[63], other.planes[63]];
    });
    expect(both).toEqual([63, 7]);
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

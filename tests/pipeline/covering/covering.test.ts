import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/lib/geometry.ts';
import { cleanPhoto } from '../../../src/pipeline/clean.ts';
import { fillOutlines } from '../../../src/pipeline/covering/fill-outlines.ts';
import { headOutline } from '../../../src/pipeline/covering/head-outline.ts';
import { makeOutput } from '../../../src/pipeline/covering/make-output.ts';
import { decodePhoto } from '../../../src/pipeline/decode.ts';
import { photoFromRaster } from '../../../src/pipeline/decode/photo-from-raster.ts';
import type { FaceLandmarks } from '../../../src/policy/words/evidence.ts';

const width = 160;
const height = 120;
const white = () => ({ width, height, data: new Uint8Array(width * height * 3).fill(255) });

/** Eyes and mouth of a head turned by an angle, in its box. */
function landmarksOf({ x, y, width: wide, height: high }: Box, angle: number): FaceLandmarks {
  const [centreX, centreY] = [x + wide / 2, y + high / 2];
  const at = (across: number, down: number) => ({
    x: centreX + across * Math.cos(angle) - down * Math.sin(angle),
    y: centreY + across * Math.sin(angle) + down * Math.cos(angle),
  });
  const unit = high / 4;
  return {
    eyeLeft: at(-unit, -unit),
    eyeRight: at(unit, -unit),
    nose: at(0, 0),
    mouthLeft: at(-unit, unit),
    mouthRight: at(unit, unit),
  };
}

const isFilled = (data: Uint8Array, x: number, y: number): boolean => data[(y * width + x) * 3] === 96;

describe('a cover', () => {
  it('hides every pixel of the face, however the head is turned and wherever it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: width - 8 }),
        fc.integer({ min: 0, max: height - 8 }),
        fc.integer({ min: 6, max: 60 }),
        fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
        (x, y, sidePx, angle) => {
          const box = { x, y, width: sidePx * 0.8, height: sidePx };
          const { data } = fillOutlines(white(), [headOutline(box, landmarksOf(box, angle))]);
          for (let row = y; row < Math.min(height, y + sidePx); row++) {
            for (let column = x; column < Math.min(width, x + sidePx * 0.8); column++) {
              if (!isFilled(data, column, row)) return false;
            }
          }
          return true;
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reaches over the hair of an upright head, and leaves the original raster as it was', () => {
    const box = { x: 60, y: 60, width: 24, height: 30 };
    const before = white();
    const { data } = fillOutlines(before, [headOutline(box, null)]);
    expect(isFilled(data, 72, 60 - 15)).toBe(true);
    expect(isFilled(data, 10, 10)).toBe(false);
    expect(before.data.every((value) => value === 255)).toBe(true);
  });
});

describe('a covered and cropped picture', () => {
  it('is one colour below the cover, has the size of the crop, and is the same every time', async () => {
    const data = Uint8Array.from({ length: width * height * 3 }, (_, index) => (index * 37) % 251);
    const { bytes: clean } = await cleanPhoto(photoFromRaster({ width, height, data }));
    const area = [
      { x: 40, y: 40 },
      { x: 80, y: 40 },
      { x: 80, y: 80 },
      { x: 40, y: 80 },
    ] as const;
    const recipe = { heads: [], areas: [area], drawnFaces: [], crop: { x: 30.5, y: 30, width: 90, height: 70 } };
    const { bytes } = await makeOutput(clean, recipe);
    const { full } = await decodePhoto(bytes, 'jpeg');
    expect([full.width, full.height]).toEqual([91, 70]);
    const inside = full.data[(30 * full.width + 30) * 3]!;
    expect(Math.abs(inside - 96)).toBeLessThan(6);
    expect((await makeOutput(clean, recipe)).bytes.equals(bytes)).toBe(true);
  });
});

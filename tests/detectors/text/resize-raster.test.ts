import { describe, expect, it } from 'vitest';
import { resizeRaster } from '../../../src/detectors/text/resize-raster.ts';

const width = 14;
const data = Uint8Array.from({ length: width * 10 * 3 }, (_, i) => (i * 37) % 251);
const source = { width, height: 10, data };
const at = (x: number, y: number, channel: number): number => data[(y * width + x) * 3 + channel]!;

describe('a part of a picture', () => {
  it('at its own size is the part itself', async () => {
    const part = await resizeRaster(source, { x: 3, y: 2, width: 5, height: 4 }, 5, 4);
    expect([part.width, part.height, part.data.length]).toEqual([5, 4, 60]);
    for (let y = 0; y < 4; y += 1) {
      for (let x = 0; x < 5; x += 1) expect(part.data[(y * 5 + x) * 3 + 1]).toBe(at(x + 3, y + 2, 1));
    }
  });

  it.each([
    [6, 4],
    [7, 5],
  ])('of %i x %i pixels at half its size averages them by fours', async (partWidth, partHeight) => {
    const part = await resizeRaster(source, { x: 1, y: 3, width: partWidth, height: partHeight }, 3, 2);
    expect([part.width, part.height, part.data.length]).toEqual([3, 2, 18]);
    for (let y = 0; y < 2; y += 1) {
      for (let x = 0; x < 3; x += 1) {
        const [left, top] = [1 + 2 * x, 3 + 2 * y];
        const sum = at(left, top, 2) + at(left + 1, top, 2) + at(left, top + 1, 2) + at(left + 1, top + 1, 2);
        expect(part.data[(y * 3 + x) * 3 + 2]).toBe(Math.floor((sum + 2) / 4));
      }
    }
  });

  it('at any other size keeps its brightness', async () => {
    const grey = { width: 40, height: 30, data: new Uint8Array(40 * 30 * 3).fill(90) };
    const part = await resizeRaster(grey, { x: 2, y: 2, width: 30, height: 20 }, 47, 31);
    expect([part.width, part.height]).toEqual([47, 31]);
    expect(new Set(part.data)).toEqual(new Set([90]));
  });
});

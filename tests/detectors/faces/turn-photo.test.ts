import { describe, expect, it } from 'vitest';
import { turnBoxBack, turnPhoto } from '../../../src/detectors/faces/turn-photo.ts';
import type { Raster } from '../../../src/lib/raster.ts';

describe('turning a photo', () => {
  it.each([1, 2, 3] as const)('keeps a marked box in its place after %i quarter turns', async (turns) => {
    const [width, height] = [9, 6];
    const full: Raster = { width, height, data: new Uint8Array(width * height * 3) };
    const box = { x: 5, y: 1, width: 2, height: 3 };
    for (let y = box.y; y < box.y + box.height; y++) {
      for (let x = box.x; x < box.x + box.width; x++) full.data[(y * width + x) * 3] = 255;
    }
    const turned = (await turnPhoto({ full, scaled: () => Promise.resolve(full) }, turns, 9)).full;
    expect([turned.width, turned.height]).toEqual(turns === 2 ? [width, height] : [height, width]);
    const marked = [...Array(turned.width * turned.height).keys()].filter((at) => turned.data[at * 3] === 255);
    const [xs, ys] = [marked.map((at) => at % turned.width), marked.map((at) => Math.floor(at / turned.width))];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    const found = { x, y, width: Math.max(...xs) - x + 1, height: Math.max(...ys) - y + 1 };
    expect(turnBoxBack(found, turns, width, height)).toEqual(box);
  });
});

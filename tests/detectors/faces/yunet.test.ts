import { describe, expect, it } from 'vitest';
import { createFaceDetector } from '../../../src/detectors/faces/create-face-detector.ts';
import { createYuNet } from '../../../src/detectors/faces/open-yunet.ts';
import { openNet } from '../../../src/inference/open-model.ts';
import { packOf, tinyYuNet } from '../../support/tiny-yunet.ts';

describe('YuNet', () => {
  it('gives boxes in the pixels of a raster whose sides do not fit its grid', async () => {
    const bytes = tinyYuNet();
    const yunet = createYuNet(await openNet(packOf(bytes), bytes));
    const [width, height] = [70, 50];
    const data = new Uint8Array(width * height * 3);
    // One white cell of 8 x 8: column 3, row 2.
    for (let y = 16; y < 24; y++)
      for (let x = 24; x < 32; x++) data.fill(255, (y * width + x) * 3, (y * width + x) * 3 + 3);
    const found = await yunet.detect({ width, height, data }, { zoom: 1, leastScore: 0.9 });
    expect(found).toHaveLength(1);
    expect(found[0]!.score).toBeCloseTo(1, 5);
    expect(found[0]!.box.x).toBeCloseTo(20, 3);
    expect(found[0]!.box.y).toBeCloseTo(12, 3);
    expect(found[0]!.box.width).toBeCloseTo(16, 3);
    const coarse = (await yunet.detect({ width, height, data }, { zoom: 1, leastScore: 0.2 })).filter(
      ({ box }) => box.width > 20,
    );
    expect(coarse.map(({ box }) => Math.round(box.x))).toEqual([8]);
    expect(packOf(bytes).sha256.startsWith(yunet.version)).toBe(true);
  });

  it('is named in the evidence when it looked, too', async () => {
    const bytes = tinyYuNet();
    const pack = await openNet(packOf(bytes), bytes);
    const [plain, joined] = await Promise.all([createFaceDetector(), createFaceDetector({ pack })]);
    expect(joined.version).toBe(`${plain.version}+${pack.version}`);
  });
});

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DecodedPhoto } from '../../../src/detectors/detector.ts';
import { openFaceBoxes, type FaceBoxes } from '../../../src/detectors/faces/open-faceboxes.ts';
import { intersectionOverUnion, type Box } from '../../../src/lib/geometry.ts';
import { decodePhoto } from '../../../src/pipeline/decode.ts';

const demo = path.join(import.meta.dirname, '../../../node_modules/@vladmandic/face-api/demo');

/** The four faces of demo photo 6, looked at by eye. */
const faces: readonly Box[] = [
  { x: 1175, y: 317, width: 191, height: 262 },
  { x: 1489, y: 263, width: 211, height: 263 },
  { x: 675, y: 335, width: 171, height: 294 },
  { x: 253, y: 490, width: 213, height: 259 },
];

let [net, photo]: [FaceBoxes?, DecodedPhoto?] = [];
beforeAll(async () => {
  [net, photo] = await Promise.all([
    openFaceBoxes(),
    readFile(path.join(demo, 'sample6.jpg')).then((bytes) => decodePhoto(bytes, 'jpeg')),
  ]);
});

describe('FaceBoxes', () => {
  it.each([
    { copyPx: 640, zoom: 1 },
    { copyPx: 1600, zoom: 1 },
    { copyPx: 1600, zoom: 1.7 },
    { copyPx: 320, zoom: 2 },
  ])('boxes the faces of a photo of $copyPx pixels shown $zoom times as large', async ({ copyPx, zoom }) => {
    const copy = await photo!.scaled(copyPx);
    const factor = copy.width / photo!.full.width;
    const found = await net!.detect(copy, zoom, 0.4);
    const overlaps = faces.map(({ x, y, width, height }) => {
      const face = { x: x * factor, y: y * factor, width: width * factor, height: height * factor };
      return Math.max(...found.map(({ box }) => intersectionOverUnion(box, face)));
    });
    expect(Math.min(...overlaps)).toBeGreaterThan(0.6);
  });

  it('boxes a face that nearly fills the picture', async () => {
    const [{ x, y, width, height }] = faces as [Box];
    const raw = { raw: { width: photo!.full.width, height: photo!.full.height, channels: 3 } } as const;
    const part = { left: x - 80, top: y - 60, width: 360, height: 380 };
    const data = await sharp(photo!.full.data, raw).extract(part).raw().toBuffer();
    const found = await net!.detect({ width: part.width, height: part.height, data }, 2, 0.4);
    const face = { x: 80, y: 60, width, height };
    expect(Math.max(...found.map(({ box }) => intersectionOverUnion(box, face)))).toBeGreaterThan(0.6);
  });

  it('sees nothing in an even grey', async () => {
    const grey = { width: 200, height: 130, data: new Uint8Array(200 * 130 * 3).fill(128) };
    expect(await net!.detect(grey, 2, 0.4)).toEqual([]);
  });
});

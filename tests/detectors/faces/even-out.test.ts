import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFaceDetector, type FaceDetector } from '../../../src/detectors/faces/create-face-detector.ts';
import { evenOut } from '../../../src/detectors/faces/even-out.ts';
import type { DecodedPhoto } from '../../../src/detectors/detector.ts';
import { decodePhoto } from '../../../src/pipeline/decode.ts';
import { photoFromRaster } from '../../../src/pipeline/decode/photo-from-raster.ts';

const demo = path.join(import.meta.dirname, '../../../node_modules/@vladmandic/face-api/demo');
let photo: DecodedPhoto;
let detector: FaceDetector;
beforeAll(async () => {
  photo = await decodePhoto(await readFile(path.join(demo, 'sample6.jpg')), 'jpeg');
  detector = await createFaceDetector();
});

/** The photo with each level changed. */
function changed(to: (level: number) => number): DecodedPhoto {
  return photoFromRaster({ ...photo.full, data: photo.full.data.map((level) => Math.round(to(level))) });
}
async function countFaces(one: DecodedPhoto): Promise<number> {
  const faces = await detector.observe(one, {}, new AbortController().signal);
  return faces.filter(({ score, sizePx }) => score > 0.5 && sizePx > 60).length;
}

describe('evenOut', () => {
  it('leaves ordinary photos as they are', async () => {
    expect(await evenOut(photo)).toBe(photo);
  });

  it('stretches what lies between few levels, and its copies alike', async () => {
    const even = await evenOut(changed((level) => level * 0.2 + 150));
    const copy = await even.scaled(160);
    for (const { data } of [even.full, copy]) {
      expect(Math.min(...data.slice(0, 60_000))).toBeLessThan(60);
    }
    expect(await even.scaled(160)).toBe(copy);
  });

  it('does not make much of noise in a picture without anything', async () => {
    const even = await evenOut(changed((level) => 100 + (level % 2)));
    expect(Math.max(...even.full.data.slice(0, 60_000))).toBeLessThan(32);
  });

  it.each([
    ['in fog', (level: number) => level * 0.15 + 160],
    ['in hardly any light', (level: number) => level * 0.06],
  ])('finds the faces of a photo taken %s', async (_, to) => {
    const clear = await countFaces(photo);
    expect(clear).toBeGreaterThan(3);
    expect(await countFaces(changed(to))).toBe(clear);
  });
});

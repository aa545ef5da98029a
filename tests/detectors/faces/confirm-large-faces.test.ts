import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DecodedPhoto } from '../../../src/detectors/detector.ts';
import { confirmLargeFaces } from '../../../src/detectors/faces/confirm-large-faces.ts';
import type { FaceNet } from '../../../src/detectors/faces/face-net.ts';
import { openFaceNets } from '../../../src/detectors/faces/open-face-nets.ts';
import { leastCredible } from '../../../src/policy/words/is-credible-face.ts';
import { decodePhoto } from '../../../src/pipeline/decode.ts';
import { photoFromRaster } from '../../../src/pipeline/decode/photo-from-raster.ts';

const demo = path.join(import.meta.dirname, '../../../node_modules/@vladmandic/face-api/demo/sample1.jpg');
const { signal } = new AbortController();

/** Grey with a little grain: nobody. */
function emptyPhoto(): DecodedPhoto {
  const [width, height] = [1024, 768];
  const data = Buffer.from(Array.from({ length: width * height * 3 }, (_, at) => 120 + ((at * 7919) % 13)));
  return photoFromRaster({ width, height, data });
}

describe('confirmLargeFaces', () => {
  let net: FaceNet;
  beforeAll(async () => {
    net = (await openFaceNets({ operatingPoint: 'careful' })).faceboxes!;
  });

  it('makes a large place doubtful in which FaceBoxes sees no face, and leaves a small one', async () => {
    const large = { box: { x: 300, y: 200, width: 300, height: 320 }, score: 0.99 };
    const small = { box: { x: 50, y: 50, width: 150, height: 170 }, score: 0.9 };
    const [first, second] = await confirmLargeFaces([large, small], emptyPhoto(), { net, seen: [] }, signal);
    expect(first!.box).toEqual(large.box);
    expect(first!.score).toBeLessThan(leastCredible);
    expect(second).toEqual(small);
  });

  it('does not make a doubtful place surer', async () => {
    const doubtful = { box: { x: 300, y: 200, width: 300, height: 320 }, score: 0.05 };
    expect(await confirmLargeFaces([doubtful], emptyPhoto(), { net, seen: [] }, signal)).toEqual([doubtful]);
  });

  it('leaves a place that FaceBoxes saw in its usual looks', async () => {
    const face = { box: { x: 300, y: 200, width: 300, height: 320 }, score: 0.99 };
    const seen = [{ box: { x: 310, y: 190, width: 290, height: 330 }, score: 0.7 }];
    expect(await confirmLargeFaces([face], emptyPhoto(), { net, seen }, signal)).toEqual([face]);
  });

  it('knows a face that fills half or nearly all of the photo, too large for the usual looks', async () => {
    for (const border of [120, 20]) {
      const part = { left: 421 - border, top: 354 - border, width: 175 + 2 * border, height: 236 + 2 * border };
      const bytes = await sharp(demo).extract(part).resize({ width: 1600 }).png().toBuffer();
      const factor = 1600 / part.width;
      const box = { x: border * factor, y: border * factor, width: 175 * factor, height: 236 * factor };
      const face = { box, score: 0.99 };
      const photo = await decodePhoto(bytes, 'png');
      expect(await confirmLargeFaces([face], photo, { net, seen: [] }, signal), `border ${border}`).toEqual([face]);
    }
  });
});

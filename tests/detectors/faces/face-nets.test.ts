import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DecodedPhoto } from '../../../src/detectors/detector.ts';
import type { FaceNet } from '../../../src/detectors/faces/face-net.ts';
import { openFaceBoxes } from '../../../src/detectors/faces/open-faceboxes.ts';
import { openUltraFace } from '../../../src/detectors/faces/open-ultraface.ts';
import { intersectionOverUnion, type Box } from '../../../src/lib/geometry.ts';
import type { Raster } from '../../../src/lib/raster.ts';
import { decodePhoto } from '../../../src/pipeline/decode.ts';

const demo = path.join(import.meta.dirname, '../../../node_modules/@vladmandic/face-api/demo');

/** The four faces of demo photo 6, looked at by eye. */
const faces: readonly Box[] = [
  { x: 1175, y: 317, width: 191, height: 262 },
  { x: 1489, y: 263, width: 211, height: 263 },
  { x: 675, y: 335, width: 171, height: 294 },
  { x: 253, y: 490, width: 213, height: 259 },
];

const nets = new Map<string, FaceNet>();
let photo: DecodedPhoto;
beforeAll(async () => {
  nets.set('FaceBoxes', await openFaceBoxes());
  nets.set('UltraFace', await openUltraFace());
  photo = await decodePhoto(await readFile(path.join(demo, 'sample6.jpg')), 'jpeg');
});

/** The best overlap of each face with a box that the net found. */
const overlaps = (found: readonly { readonly box: Box }[], marked: readonly Box[]): number[] =>
  marked.map((face) => Math.max(0, ...found.map(({ box }) => intersectionOverUnion(box, face))));

const times = ({ x, y, width, height }: Box, factor: number): Box => ({
  x: x * factor,
  y: y * factor,
  width: width * factor,
  height: height * factor,
});

/** A part of the photo as a picture of its own. */
async function cut(left: number, top: number, width: number, height: number): Promise<Raster> {
  const raw = { raw: { width: photo.full.width, height: photo.full.height, channels: 3 } } as const;
  const data = await sharp(photo.full.data, raw).extract({ left, top, width, height }).raw().toBuffer();
  return { width, height, data };
}

describe.each(['FaceBoxes', 'UltraFace'])('%s', (name) => {
  it.each([
    { copyPx: 640, zoom: 1 },
    { copyPx: 1600, zoom: 1 },
    { copyPx: 1600, zoom: 0.4 },
    { copyPx: 800, zoom: 1.7 },
    { copyPx: 320, zoom: 2 },
  ])('boxes the faces of a photo of $copyPx pixels shown $zoom times as large', async ({ copyPx, zoom }) => {
    const copy = await photo.scaled(copyPx);
    const factor = copy.width / photo.full.width;
    const found = await nets.get(name)!.detect(copy, { zoom, leastScore: 0.4 });
    const best = overlaps(
      found,
      faces.map((face) => times(face, factor)),
    );
    expect(Math.min(...best)).toBeGreaterThan(0.6);
  });

  it('sees nothing in an even grey', async () => {
    const grey = { width: 200, height: 130, data: new Uint8Array(200 * 130 * 3).fill(128) };
    expect(await nets.get(name)!.detect(grey, { zoom: 2, leastScore: 0.4 })).toEqual([]);
  });
});

describe('a face that fills the picture', () => {
  const [{ x, y, width, height }] = faces as [Box];

  it('is boxed by FaceBoxes', async () => {
    const picture = await cut(x - 80, y - 60, 360, 380);
    const found = await nets.get('FaceBoxes')!.detect(picture, { zoom: 2, leastScore: 0.4 });
    expect(overlaps(found, [{ x: 80, y: 60, width, height }])[0]).toBeGreaterThan(0.6);
  });

  it('is boxed by UltraFace behind a border, in the right place', async () => {
    const picture = await cut(x, y, width, height);
    const look = { zoom: 0.6, leastScore: 0.4 };
    const [plain, bordered] = [
      await nets.get('UltraFace')!.detect(picture, look),
      await nets.get('UltraFace')!.detect(picture, { ...look, borderPx: 80 }),
    ];
    const face = { x: 0, y: 0, width, height };
    expect(overlaps(bordered, [face])[0]).toBeGreaterThan(0.7);
    const surest = (found: typeof plain): number => Math.max(0, ...found.map(({ score }) => score));
    expect(surest(bordered)).toBeGreaterThan(surest(plain));
  });
});

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { faceOfBox } from '../../../eval/text/photo-source.ts';
import { textAsPath } from '../../../eval/text/text-as-path.ts';
import type { DecodedPhoto, Detector } from '../../../src/detectors/detector.ts';
import { createTextDetector } from '../../../src/detectors/text/create-text-detector.ts';
import { sharedArea } from '../../../src/detectors/text/quad-overlap.ts';
import { cornersOf } from '../../../src/detectors/text/rotated-rectangle.ts';
import { decodePhoto } from '../../../src/pipeline/decode.ts';
import { photoFromRaster } from '../../../src/pipeline/decode/photo-from-raster.ts';
import type { TextRegion } from '../../../src/policy/words/evidence.ts';

const demo = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
);

let detector: Detector<'text', 'faces'>;

const read = (photo: DecodedPhoto): Promise<readonly TextRegion[]> =>
  detector.observe(photo, { faces: [] }, new AbortController().signal);

const samplePhoto = async (number: number): Promise<DecodedPhoto> =>
  decodePhoto(await readFile(path.join(demo, `sample${number}.jpg`)), 'jpeg');

/** A white card with a name, 200 x 90 px. */
function badge(name: string): Buffer {
  const text = textAsPath('sans', name, 40);
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="90"><rect width="200" height="90" rx="8" fill="white"/>` +
      `<path d="${text.d}" transform="translate(${(200 - text.width) / 2} 58)" fill="#111"/></svg>`,
  );
}

/** Demo photo 2 with a badge turned by some degrees about (1000, 950). */
async function photoWithBadge(name: string, degrees: number): Promise<DecodedPhoto> {
  const card = await sharp(badge(name)).rotate(degrees, { background: '#0000' }).png().toBuffer();
  const { width, height } = await sharp(card).metadata();
  const picture = await sharp(path.join(demo, 'sample2.jpg'))
    .composite([{ input: card, left: Math.round(1000 - width / 2), top: Math.round(950 - height / 2) }])
    .jpeg({ quality: 90 })
    .toBuffer();
  return decodePhoto(picture, 'jpeg');
}

const blank = (width: number, height: number): DecodedPhoto =>
  photoFromRaster({ width, height, data: new Uint8Array(width * height * 3).fill(128) });

beforeAll(async () => {
  detector = await createTextDetector();
});

describe('the text detector', () => {
  it.each([0, 25, 180, 270])('reads and locates a badge turned by %i degrees', async (degrees) => {
    const regions = await read(await photoWithBadge('Amelia', degrees));
    const found = regions.find(({ text }) => text === 'Amelia');
    expect(regions.map(({ text }) => text)).toContain('Amelia');
    const angle = (degrees * Math.PI) / 180;
    const card = cornersOf({ centre: { x: 1000, y: 950 }, width: 200, height: 90, angle });
    const { quad } = found!;
    const size = cornersOf({ centre: { x: 0, y: 0 }, width: 200, height: 90, angle: 0 });
    expect(sharedArea(quad, card)).toBeGreaterThan(0.2 * sharedArea(size, size));
    // Along the text: the first side of the quad points the way the letters run.
    const along = Math.atan2(quad[1].y - quad[0].y, quad[1].x - quad[0].x);
    expect(Math.cos(along - angle)).toBeGreaterThan(0.9);
  });

  it('reads an e-mail address as one', async () => {
    const regions = await read(await photoWithBadge('a@b.sch.uk', 0));
    expect(regions.map(({ kind }) => kind)).toContain('email');
  });

  it.each([2, 3, 4, 5, 6])('sees no text in demo photo %i, which has none', async (number) => {
    expect(await read(await samplePhoto(number))).toEqual([]);
  });

  it('points out the lanyard card in demo photo 1, which cannot be read', async () => {
    const photo = await samplePhoto(1);
    const faces = [faceOfBox({ x: 1467, y: 205, width: 226, height: 258 })];
    const regions = await detector.observe(photo, { faces }, new AbortController().signal);
    const badges = regions.filter(({ kind }) => kind === 'badge');
    expect(badges).toHaveLength(1);
    expect(badges[0]!.text).toBe('');
    const card = cornersOf({ centre: { x: 1373, y: 593 }, width: 60, height: 110, angle: 0.55 });
    expect(sharedArea(badges[0]!.quad, card)).toBeGreaterThan(0.4 * 60 * 110);
  });

  it('gives the same answer twice', async () => {
    const photo = await photoWithBadge('Bethan', 10);
    expect(await read(photo)).toEqual(await read(photo));
  });

  it.each([
    [640, 480],
    [1, 1],
    [1, 3000],
    [4000, 1],
    [6000, 20],
    [30_000, 50],
    [1_400_000, 1],
  ])('sees nothing in a blank photo of %i x %i', async (width, height) => {
    expect(await read(blank(width, height))).toEqual([]);
  });

  it('stops when told to', async () => {
    const photo = await samplePhoto(3);
    const late = new AbortController();
    const reading = detector.observe(photo, { faces: [] }, late.signal);
    late.abort();
    await expect(reading).rejects.toThrow('aborted');
    await expect(detector.observe(photo, { faces: [] }, AbortSignal.abort())).rejects.toThrow('aborted');
  });
});

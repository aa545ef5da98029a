import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { hasOneInk } from '../../../src/detectors/attire/has-one-ink.ts';
import { takeColour } from '../../../src/detectors/attire/take-colour.ts';
import type { Raster } from '../../../src/lib/raster.ts';
import { readDemoPhoto } from '../../models/read-demo-photo.ts';

async function filtered(number: number, filter: (photo: Sharp) => Sharp): Promise<Raster> {
  const { data, ...size } = await readDemoPhoto(number);
  const jpeg = await filter(sharp(data, { raw: { ...size, channels: 3 } }).resize({ width: 1024 }))
    .jpeg({ quality: 80 })
    .toBuffer();
  const { data: again, info } = await sharp(jpeg).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const rgb = info.channels === 3 ? again : Buffer.from([...again].flatMap((value) => [value, value, value]));
  return { width: info.width, height: info.height, data: rgb };
}

const sepia = (photo: Sharp): Sharp =>
  photo.recomb([
    [0.393, 0.769, 0.189],
    [0.349, 0.686, 0.168],
    [0.272, 0.534, 0.131],
  ]);

describe('a picture in one ink', () => {
  it.each([1, 2, 3, 4, 5, 6])('is told from demo photo %i in colour, grey and sepia', async (number) => {
    expect(hasOneInk(await filtered(number, (photo) => photo))).toBe(false);
    expect(hasOneInk(await filtered(number, (photo) => photo.greyscale()))).toBe(true);
    expect(hasOneInk(await filtered(number, sepia))).toBe(true);
  });

  it('is not one in which a tenth is of another colour', () => {
    const data = new Uint8Array(300 * 200 * 3).map((_, at) => (Math.floor(at / 3) * 7) % 256);
    const grey = { width: 300, height: 200, data };
    expect(hasOneInk(grey)).toBe(true);
    const coat = { ...grey, data: data.map((value, at) => (at < data.length / 10 && at % 3 > 0 ? value / 3 : value)) };
    expect(hasOneInk(coat)).toBe(false);
  });

  it('is found in a single pixel', () => {
    expect(hasOneInk({ width: 1, height: 1, data: Uint8Array.of(250, 200, 180) })).toBe(true);
  });
});

describe('a picture without its colour', () => {
  it('has three equal channels, green counting most and blue least', () => {
    const { data } = takeColour({ width: 4, height: 1, data: Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9) });
    expect([...data]).toEqual([76, 76, 76, 150, 150, 150, 29, 29, 29, 9, 9, 9]);
  });
});

import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePhoto } from '../../src/pipeline/decode.ts';
import { mendJpegHeader } from '../../src/pipeline/decode/mend-jpeg-header.ts';
import { demoPhoto, heicFixture, imageOf, quarterNames, quarters } from '../support/images.ts';

const upright = ['red', 'green', 'blue', 'yellow'];

/** Which upright pixel stands at column c of row r of the stored picture, for each orientation (EXIF 2.32, 4.6.4). */
const uprightAt: Record<number, (c: number, r: number, right: number, bottom: number) => readonly [number, number]> = {
  1: (c, r) => [c, r],
  2: (c, r, right) => [right - c, r],
  3: (c, r, right, bottom) => [right - c, bottom - r],
  4: (c, r, _, bottom) => [c, bottom - r],
  5: (c, r) => [r, c],
  6: (c, r, right) => [right - r, c],
  7: (c, r, right, bottom) => [right - r, bottom - c],
  8: (c, r, _, bottom) => [r, bottom - c],
};

function storedWith(orientation: number): Sharp {
  const picture = quarters();
  const isTurned = orientation > 4;
  const [width, height] = isTurned ? [picture.height, picture.width] : [picture.width, picture.height];
  const data = new Uint8Array(picture.data.length);
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      const [x, y] = uprightAt[orientation]!(c, r, picture.width - 1, picture.height - 1);
      const from = (y * picture.width + x) * 3;
      data.set(picture.data.subarray(from, from + 3), (r * width + c) * 3);
    }
  }
  return imageOf({ width, height, data }).withMetadata({ orientation });
}

describe('orientation', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('EXIF %i comes out upright, from every format that has it', async (orientation) => {
    const stored = storedWith(orientation);
    const files = {
      jpeg: await stored.clone().jpeg({ quality: 95 }).toBuffer(),
      png: await stored.clone().png().toBuffer(),
      webp: await stored.clone().webp({ lossless: true }).toBuffer(),
      tiff: await stored.clone().tiff().toBuffer(),
    } as const;
    for (const kind of ['jpeg', 'png', 'webp', 'tiff'] as const) {
      const { full } = await decodePhoto(files[kind], kind);
      expect([kind, full.width, full.height]).toEqual([kind, 64, 48]);
      expect(quarterNames(full)).toEqual(upright);
    }
  });

  it('a HEIC is turned by its own boxes and not again by its EXIF', async () => {
    const plain = await decodePhoto(heicFixture('quarters'), 'heic');
    expect(quarterNames(plain.full)).toEqual(upright);
    // This one is stored on its side and says so only in its EXIF, which readers of HEIF must not apply.
    const lying = await decodePhoto(heicFixture('quarters-exif'), 'heic');
    expect([lying.full.width, lying.full.height]).toEqual([48, 64]);
    // The same with a rotation box as cameras write it (in place of the bit depths): a quarter turn clockwise, once.
    const turned = heicFixture('quarters-exif');
    const box = turned.indexOf('pixi');
    turned.write('irot', box);
    turned[box + 4] = 3;
    const { full } = await decodePhoto(turned, 'heic');
    expect([full.width, full.height]).toEqual([64, 48]);
    expect(quarterNames(full)).toEqual(upright);
  });
});

describe('colour', () => {
  it('converts an embedded profile to sRGB', async () => {
    const wide = await imageOf(quarters()).withIccProfile('p3').png().toBuffer();
    expect((await sharp(wide).metadata()).icc).toBeDefined();
    expect(await meanDifference(wide, 'png')).toBeLessThan(2);
  });

  it.each<[string, () => Promise<Buffer>, 'jpeg' | 'png' | 'tiff' | 'gif' | 'webp' | 'avif']>([
    ['16 bits', () => imageOf(quarters()).toColourspace('rgb16').png().toBuffer(), 'png'],
    ['a palette', () => imageOf(quarters()).png({ palette: true }).toBuffer(), 'png'],
    ['GIF', () => imageOf(quarters()).gif().toBuffer(), 'gif'],
    ['WebP', () => imageOf(quarters()).webp({ quality: 95 }).toBuffer(), 'webp'],
    ['AVIF', () => imageOf(quarters()).avif({ quality: 80, effort: 0 }).toBuffer(), 'avif'],
    ['progressive JPEG', () => imageOf(quarters()).jpeg({ progressive: true }).toBuffer(), 'jpeg'],
  ])('%s keeps its colours', async (_, encode, kind) => {
    const { full } = await decodePhoto(await encode(), kind);
    expect(full.data.length).toBe(full.width * full.height * 3);
    expect(quarterNames(full)).toEqual(upright);
  });

  it('converts CMYK, whose green and blue are duller', async () => {
    const cmyk = await imageOf(quarters()).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
    const { full } = await decodePhoto(cmyk, 'jpeg');
    expect(full.data.length).toBe(64 * 48 * 3);
    const greenAt = (12 * 64 + 48) * 3;
    const blueAt = (36 * 64 + 16) * 3;
    expect(full.data[greenAt + 1]! - Math.max(full.data[greenAt]!, full.data[greenAt + 2]!)).toBeGreaterThan(60);
    expect(full.data[blueAt + 2]! - Math.max(full.data[blueAt]!, full.data[blueAt + 1]!)).toBeGreaterThan(60);
  });

  it('makes three equal channels of grey', async () => {
    for (const space of ['b-w', 'grey16'] as const) {
      const { full } = await decodePhoto(await imageOf(quarters()).toColourspace(space).png().toBuffer(), 'png');
      expect(full.data.length).toBe(64 * 48 * 3);
      expect(full.data[0] === full.data[1] && full.data[1] === full.data[2]).toBe(true);
    }
  });

  it('lays half-transparent pixels on white', async () => {
    const black = { r: 0, g: 0, b: 0, alpha: 0.5 };
    const png = await sharp({ create: { width: 16, height: 16, channels: 4, background: black } })
      .png()
      .toBuffer();
    const { full } = await decodePhoto(png, 'png');
    expect(Math.abs(full.data[0]! - 127)).toBeLessThan(3);
  });
});

async function meanDifference(bytes: Buffer, kind: 'png'): Promise<number> {
  const { full } = await decodePhoto(bytes, kind);
  const expected = quarters().data;
  return full.data.reduce((sum, value, at) => sum + Math.abs(value - expected[at]!), 0) / expected.length;
}

describe('smaller copies', () => {
  it('are made once per size, keep the shape and are never larger', async () => {
    const photo = await decodePhoto(demoPhoto(2), 'jpeg');
    const copy = await photo.scaled(640);
    expect(Math.max(copy.width, copy.height)).toBe(640);
    expect(copy.data.length).toBe(copy.width * copy.height * 3);
    expect(Math.abs(copy.width / copy.height - photo.full.width / photo.full.height)).toBeLessThan(0.01);
    expect(await photo.scaled(640)).toBe(copy);
    expect(await photo.scaled(100_000)).toBe(photo.full);
    await expect(photo.scaled(0)).rejects.toThrow(RangeError);
  });
});

describe('damaged JPEGs', () => {
  const whole = demoPhoto(6);
  const firstTable = whole.indexOf(Buffer.from([0xff, 0xdb]));
  const scan = whole.indexOf(Buffer.from([0xff, 0xda]));

  it.each([0.1, 0.5, 0.9, 0.99, 0.999])('cut off at %d of the file are refused, not shown half grey', async (share) => {
    const cut = whole.subarray(0, Math.floor(whole.length * share));
    await expect(decodePhoto(cut, 'jpeg')).rejects.toMatchObject({ code: 'decode-failed' });
  });

  it('with a hole in the pixels are refused', async () => {
    const holed = Buffer.from(whole).fill(0, whole.length >> 1, (whole.length >> 1) + 4000);
    await expect(decodePhoto(holed, 'jpeg')).rejects.toMatchObject({ code: 'decode-failed' });
  });

  it('with slips that cameras make are read all the same, pixel for pixel', async () => {
    const expected = await decodePhoto(whole, 'jpeg');
    const stray = Buffer.concat([whole.subarray(0, firstTable), Buffer.from([1, 2, 3]), whole.subarray(firstTable)]);
    const slips = Buffer.from(whole);
    slips[scan + 2 + slips.readUInt16BE(scan + 2) - 2] = 0;
    const padded = Buffer.concat([whole.subarray(0, -2), Buffer.alloc(30), whole.subarray(-2), Buffer.from('trailer')]);
    for (const bytes of [stray, slips, padded]) {
      const photo = await decodePhoto(bytes, 'jpeg');
      expect(Buffer.compare(photo.full.data, expected.full.data)).toBe(0);
    }
  });

  it('are not mended where there is no list of segments', () => {
    expect(mendJpegHeader(Buffer.from('ffd8ffd9', 'hex'))).toBeNull();
    expect(mendJpegHeader(Buffer.from('ffd8ffe0ffff', 'hex'))).toBeNull();
    expect(mendJpegHeader(whole)?.equals(whole)).toBe(true);
  });
});

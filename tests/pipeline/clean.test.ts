import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanPhoto } from '../../src/pipeline/clean.ts';
import { cleanHeader } from '../../src/pipeline/clean/clean-header.ts';
import { verifyClean } from '../../src/pipeline/clean/verify-clean.ts';
import { decodePhoto } from '../../src/pipeline/decode.ts';
import { photoFromRaster } from '../../src/pipeline/decode/photo-from-raster.ts';
import { intakeBytes } from '../../src/pipeline/intake.ts';
import { readMetadata } from '../../src/pipeline/metadata.ts';
import { holdsText } from '../support/holds-text.ts';
import { demoPhoto, quarterNames, quarters } from '../support/images.ts';
import { plantedFiles } from '../support/planted.ts';

const planted = await plantedFiles();
const demo = await decodePhoto(demoPhoto(1), 'jpeg');

describe('a text planted anywhere', () => {
  it.each(planted)('$place: is in the file and not in the clean copy', async ({ bytes, kind, token }) => {
    // The first half of the token alone is unique, and finds tokens cut in two by a container.
    const trace = token.slice(0, 8);
    expect(holdsText(bytes, trace)).toBe(true);
    const taken = await intakeBytes(bytes, 'planted');
    expect(taken.kind).toBe(kind);
    const photo = await decodePhoto(taken.bytes, taken.kind);
    const copy = await cleanPhoto(photo);
    expect(holdsText(copy.bytes, trace)).toBe(false);
    expect(copy.evidence).toMatchObject({ width: photo.full.width, height: photo.full.height, format: 'jpeg' });
  });

  it.each(planted.filter(({ record }) => record !== 'cannot know'))(
    '$place: is in the record shown to staff',
    async ({ bytes, kind, token, record }) => {
      const read = await readMetadata(bytes, kind);
      expect(read.summary).not.toBeNull();
      if (record === 'names it') expect(JSON.stringify(read)).toContain(token);
      else expect(read.hasThumbnail || read.trailingBytes >= token.length).toBe(true);
    },
  );
});

describe('a clean copy', () => {
  it('gives the same bytes for the same photo', async () => {
    const again = await decodePhoto(demoPhoto(1), 'jpeg');
    expect((await cleanPhoto(again)).evidence.sha256).toBe((await cleanPhoto(demo)).evidence.sha256);
  });

  it('can be cleaned again and stays clean and alike', async () => {
    const first = await cleanPhoto(demo);
    const second = await cleanPhoto(await decodePhoto(first.bytes, 'jpeg'));
    expect(await readMetadata(second.bytes, 'jpeg')).toMatchObject({ summary: null, items: [] });
    const difference = await meanDifference(first.bytes, second.bytes);
    expect(difference).toBeLessThan(3);
  });

  it('keeps its colours and its place', async () => {
    const copy = await cleanPhoto(photoFromRaster(quarters()));
    expect(quarterNames((await decodePhoto(copy.bytes, 'jpeg')).full)).toEqual(['red', 'green', 'blue', 'yellow']);
  });

  it('is no larger than asked and never enlarged', async () => {
    expect((await cleanPhoto(demo, { longEdgePx: 640 })).evidence).toMatchObject({ width: 640, height: 427 });
    expect((await cleanPhoto(demo, { longEdgePx: 9000 })).evidence.width).toBe(1920);
  });

  it.each([
    [1, 1],
    [8, 8],
    [15, 17],
    [16, 16],
    [17, 33],
    [300, 1],
  ])('is made of %i x %i pixels too', async (width, height) => {
    const copy = await cleanPhoto(photoFromRaster(quarters(width, height)));
    expect(copy.evidence).toMatchObject({ width, height });
  });

  it.each([1, 25, 50, 75, 100])('is verified at quality %i', async (quality) => {
    const { evidence } = await cleanPhoto(demo, { quality, longEdgePx: 400 });
    expect(evidence.width).toBe(400);
  });

  it.each([0, 101, 50.5, Number.NaN])('refuses the quality %d', async (quality) => {
    await expect(cleanPhoto(demo, { quality })).rejects.toMatchObject({ code: 'clean-failed' });
  });

  it('shows white, not what lay under transparency', async () => {
    const pixels = Buffer.alloc(64 * 48 * 4, 0).fill('SECRET0\0'.repeat(2));
    for (let at = 3; at < pixels.length; at += 4) pixels[at] = 0;
    const png = await sharp(pixels, { raw: { width: 64, height: 48, channels: 4 } })
      .png()
      .toBuffer();
    const { full } = await decodePhoto(png, 'png');
    expect(full.data.every((value) => value === 255)).toBe(true);
  });
});

describe('verification', () => {
  const expected = { width: 64, height: 48, quality: 90 };
  const made = cleanPhoto(photoFromRaster(quarters())).then((copy) => copy.bytes);
  const header = cleanHeader(64, 48, 90);
  const insert = (bytes: Buffer, at: number, extra: Buffer): Buffer =>
    Buffer.concat([bytes.subarray(0, at), extra, bytes.subarray(at)]);
  const comment = Buffer.from([0xff, 0xfe, 0, 6, 0x68, 0x69, 0x21, 0x21]);

  it('accepts the copy itself', async () => {
    await expect(verifyClean(await made, expected)).resolves.toBeUndefined();
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['a comment', (bytes) => insert(bytes, 2, comment)],
    ['an EXIF block', (bytes) => insert(bytes, 20, Buffer.from('ffe10008457869660000', 'hex'))],
    ['a byte behind the end', (bytes) => Buffer.concat([bytes, Buffer.from([0])])],
    ['a second picture', (bytes) => Buffer.concat([bytes, bytes])],
    ['a byte before the end marker', (bytes) => insert(bytes, bytes.length - 2, Buffer.from([0x41]))],
    ['a text before the end marker', (bytes) => insert(bytes, bytes.length - 2, Buffer.from('hello'))],
    ['a comment before the end marker', (bytes) => insert(bytes, bytes.length - 2, comment)],
    [
      'a thumbnail in the JFIF block',
      (bytes) => Buffer.concat([bytes.subarray(0, 18), Buffer.from([1]), bytes.subarray(19)]),
    ],
    ['no end marker', (bytes) => bytes.subarray(0, -2)],
    ['half the pixels', (bytes) => bytes.subarray(0, header.length + (bytes.length - header.length) / 2)],
    ['nothing at all', () => Buffer.alloc(0)],
    ['other tables', (bytes) => Buffer.from(bytes).fill(7, 30, 31)],
    ['the pixels twice', (bytes) => Buffer.concat([bytes.subarray(0, -2), bytes.subarray(header.length)])],
  ])('refuses a copy with %s', async (_, alter) => {
    await expect(verifyClean(alter(await made), expected)).rejects.toMatchObject({ code: 'clean-unverified' });
  });

  it('refuses another size or quality than the one asked for', async () => {
    for (const other of [
      { ...expected, width: 63 },
      { ...expected, height: 64 },
      { ...expected, quality: 89 },
    ]) {
      await expect(verifyClean(await made, other)).rejects.toMatchObject({ code: 'clean-unverified' });
    }
  });
});

async function meanDifference(a: Buffer, b: Buffer): Promise<number> {
  const [left, right] = await Promise.all([a, b].map((bytes) => sharp(bytes).raw().toBuffer()));
  return left!.reduce((sum, value, at) => sum + Math.abs(value - right![at]!), 0) / left!.length;
}

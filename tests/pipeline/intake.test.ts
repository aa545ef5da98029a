import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { decodePhoto } from '../../src/pipeline/decode.ts';
import { defaultIntakeLimits, intakeBytes, intakeFile } from '../../src/pipeline/intake.ts';
import { hammingDistance } from '../../src/pipeline/intake/hamming-distance.ts';
import { isMislabelled } from '../../src/pipeline/intake/is-mislabelled.ts';
import { perceptualHash } from '../../src/pipeline/intake/perceptual-hash.ts';
import { twoPicturesHeif } from '../support/several-pictures.ts';
import { demoPhoto, heicFixture, imageOf, quarters } from '../support/images.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'photoward-intake-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const picture = imageOf(quarters());
const encoded = {
  jpeg: await picture.clone().jpeg().toBuffer(),
  png: await picture.clone().png().toBuffer(),
  webp: await picture.clone().webp().toBuffer(),
  tiff: await picture.clone().tiff().toBuffer(),
  gif: await picture.clone().gif().toBuffer(),
  avif: await picture.clone().avif({ effort: 0 }).toBuffer(),
  heic: heicFixture('quarters'),
} as const;

describe('intake', () => {
  it.each(Object.entries(encoded))('recognises %s by its bytes, whatever the name', async (kind, bytes) => {
    const file = path.join(folder, 'holiday.doc');
    writeFileSync(file, bytes);
    const taken = await intakeFile(file);
    expect(taken).toMatchObject({ kind, name: 'holiday.doc', headerWidth: 64 });
    // HEIC pictures are coded in blocks of 64 pixels, and the header check goes by the largest size a file claims.
    expect(taken.headerHeight).toBe(kind === 'heic' ? 64 : 48);
    expect(taken).toMatchObject({ animated: false, mislabelled: true });
    expect(taken.bytes.equals(bytes)).toBe(true);
    expect(taken.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(['gif', 'webp', 'tiff'] as const)('says that a %s has more than one frame', async (kind) => {
    const { data } = quarters(64, 96);
    const two = await imageOf({ width: 64, height: 96, data })
      .clone()
      .png()
      .toBuffer()
      .then(async (png) => {
        const { default: sharp } = await import('sharp');
        const frames = await Promise.all(
          [0, 48].map((top) => sharp(png).extract({ left: 0, top, width: 64, height: 48 }).png().toBuffer()),
        );
        const joined = sharp(frames, { join: { animated: true } });
        return (kind === 'gif' ? joined.gif() : kind === 'webp' ? joined.webp() : joined.tiff()).toBuffer();
      });
    expect(await intakeBytes(two, `two.${kind}`)).toMatchObject({
      animated: true,
      mislabelled: false,
      headerHeight: 48,
    });
  });

  it('says that a PNG with an animation chunk has more than one frame', async () => {
    const animation = Buffer.from('000000086163544c0000000200000000f38d9370', 'hex');
    const bytes = Buffer.concat([encoded.png.subarray(0, 33), animation, encoded.png.subarray(33)]);
    expect((await intakeBytes(bytes, 'a.png')).animated).toBe(true);
  });

  it('says that a HEIC or AVIF holds a second picture, and not that a tiled one does', async () => {
    for (const kind of ['heic', 'avif'] as const) {
      const two = twoPicturesHeif(encoded[kind], encoded[kind]);
      expect([(await intakeBytes(two, `a.${kind}`)).animated, kind]).toEqual([true, kind]);
      expect((await decodePhoto(two, kind)).full.width).toBe(64);
    }
  });

  it('keeps to its limits', async () => {
    const limits = { ...defaultIntakeLimits, maxBytes: encoded.png.length - 1 };
    await expect(intakeBytes(encoded.png, 'a.png', limits)).rejects.toMatchObject({ code: 'file-too-large' });
    const file = path.join(folder, 'large.png');
    writeFileSync(file, encoded.png);
    await expect(intakeFile(file, limits)).rejects.toMatchObject({ code: 'file-too-large' });
    const fewPixels = { ...defaultIntakeLimits, maxPixels: 64 * 48 - 1 };
    for (const [kind, bytes] of Object.entries(encoded)) {
      await expect(intakeBytes(bytes, kind, fewPixels)).rejects.toMatchObject({ code: 'too-many-pixels' });
    }
    const large = { ...defaultIntakeLimits, minSidePx: 49 };
    await expect(intakeBytes(encoded.jpeg, 'a.jpg', large)).rejects.toMatchObject({ code: 'too-small' });
  });
});

describe('a name that lies', () => {
  it.each([
    ['a.JPG', 'jpeg', false],
    ['a.jpeg', 'jpeg', false],
    ['a.png', 'jpeg', true],
    ['a.heif', 'heic', false],
    ['a.heic', 'jpeg', true],
    ['photo', 'jpeg', false],
    ['photo.jpg.exe', 'jpeg', true],
  ] as const)('%s holding %s: %s', (name, kind, expected) => {
    expect(isMislabelled(name, kind)).toBe(expected);
  });
});

describe('perceptual hash', () => {
  it('stays near for a copy resized and compressed, and far for another photo', async () => {
    const original = await decodePhoto(demoPhoto(1), 'jpeg');
    const small = await imageOf(original.full).resize(700).jpeg({ quality: 50 }).toBuffer();
    const copy = await decodePhoto(small, 'jpeg');
    const [a, b] = [await perceptualHash(original.full), await perceptualHash(copy.full)];
    expect(a).toMatch(/^[0-9a-f]{16}$/);
    expect(hammingDistance(a, b)).toBeLessThanOrEqual(6);
    for (const number of [2, 3, 4, 5, 6] as const) {
      const other = await decodePhoto(demoPhoto(number), 'jpeg');
      expect(hammingDistance(a, await perceptualHash(other.full))).toBeGreaterThan(16);
    }
  });

  it('counts differing bits', () => {
    expect(hammingDistance('0000000000000000', 'ffffffffffffffff')).toBe(64);
    expect(hammingDistance('8000000000000001', '0000000000000001')).toBe(1);
    expect(() => hammingDistance('0', '1')).toThrow(RangeError);
  });
});

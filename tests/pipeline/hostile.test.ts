import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { AppError, type ErrorCode } from '../../src/lib/app-error.ts';
import { cleanPhoto } from '../../src/pipeline/clean.ts';
import { decodePhoto } from '../../src/pipeline/decode.ts';
import { intakeBytes, intakeFile } from '../../src/pipeline/intake.ts';
import { readMetadata } from '../../src/pipeline/metadata.ts';
import type { ImageKind } from '../../src/policy/words/evidence.ts';
import { heicFixture, imageOf, quarters } from '../support/images.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'photoward-hostile-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const picture = imageOf(quarters());
const whole: Readonly<Record<ImageKind, Buffer>> = {
  jpeg: await picture
    .clone()
    .withExif({ IFD0: { Artist: 'M. Hill' } })
    .jpeg()
    .toBuffer(),
  png: await picture.clone().png().toBuffer(),
  webp: await picture.clone().webp().toBuffer(),
  tiff: await picture.clone().tiff().toBuffer(),
  gif: await picture.clone().gif().toBuffer(),
  avif: await picture.clone().avif({ effort: 0 }).toBuffer(),
  heic: heicFixture('quarters-exif'),
};

/** The whole journey of a file. Gives 'ok' or the code of a typed error; anything else is thrown on. */
async function journey(bytes: Buffer): Promise<ErrorCode | 'ok'> {
  try {
    const taken = await intakeBytes(bytes, 'a.jpg');
    await readMetadata(taken.bytes, taken.kind);
    await cleanPhoto(await decodePhoto(taken.bytes, taken.kind));
    return 'ok';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

describe('what is no photo', () => {
  it.each<[string, Buffer | string]>([
    ['text', 'Dear parents, please find enclosed'],
    ['a ZIP archive', Buffer.from('504b0304140000000800', 'hex')],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><rect width="99" height="99"/></svg>'],
    [
      'an SVG with a declaration',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"/>',
    ],
    ['a PDF', '%PDF-1.7\n1 0 obj <<>> endobj'],
    ['HTML', '<!doctype html><img src="a.jpg">'],
    ['a film', Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42avif'), Buffer.alloc(99)])],
    ['a BMP', Buffer.from('424d460000000000000036000000', 'hex')],
    ['one byte', Buffer.from([0xff])],
    ['noise', Buffer.alloc(5000, 0x5a)],
  ])('%s is refused by its bytes, though it is called .jpg', async (_, content) => {
    const file = path.join(folder, 'photo.jpg');
    writeFileSync(file, content);
    await expect(intakeFile(file)).rejects.toMatchObject({ code: 'not-an-image' });
  });

  it('an empty file, a missing one, a folder, a pipe and a link to itself each have their own answer', async () => {
    const [empty, subfolder, pipe, loop] = ['empty.jpg', 'folder.jpg', 'pipe.jpg', 'loop.jpg'].map((name) =>
      path.join(folder, name),
    ) as [string, string, string, string];
    writeFileSync(empty, '');
    mkdirSync(subfolder);
    execFileSync('mkfifo', [pipe]);
    symlinkSync(loop, loop);
    const expected: [string, ErrorCode][] = [
      [empty, 'empty-file'],
      [path.join(folder, 'none.jpg'), 'file-not-found'],
      [path.join(empty, 'below-a-file.jpg'), 'file-not-found'],
      [`${empty}\0.jpg`, 'file-not-found'],
      [subfolder, 'file-unreadable'],
      [pipe, 'file-unreadable'],
      [loop, 'file-unreadable'],
    ];
    for (const [file, code] of expected) await expect(intakeFile(file)).rejects.toMatchObject({ code });
  });
});

describe('claims about size', () => {
  it('a PNG of 30,000 x 30,000 is refused before any pixel is made', async () => {
    const bomb = Buffer.from(whole.png);
    bomb.writeUInt32BE(30_000, 16);
    bomb.writeUInt32BE(30_000, 20);
    const started = performance.now();
    // libpng may notice the wrong checksum first; either way nothing is decoded.
    expect(['too-many-pixels', 'decode-failed']).toContain(await journey(bomb));
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('a real PNG bomb is refused', async () => {
    const bomb = await import('sharp').then(({ default: sharp }) =>
      sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' } })
        .png({ palette: true, colours: 2 })
        .toBuffer(),
    );
    expect(bomb.length).toBeLessThan(200_000);
    expect(await journey(bomb)).toBe('too-many-pixels');
  });

  it('a JPEG and a HEIC that claim 30,000 x 30,000 are refused', async () => {
    const jpeg = Buffer.from(whole.jpeg);
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    jpeg.writeUInt16BE(30_000, frame + 5);
    jpeg.writeUInt16BE(30_000, frame + 7);
    expect(await journey(jpeg)).toBe('too-many-pixels');
    const heic = Buffer.from(whole.heic);
    for (let at = heic.indexOf('ispe'); at >= 0; at = heic.indexOf('ispe', at + 1)) {
      heic.writeUInt32BE(30_000, at + 8);
      heic.writeUInt32BE(30_000, at + 12);
    }
    expect(await journey(heic)).toBe('too-many-pixels');
  });

  it('one pixel is too small', async () => {
    expect(await journey(await imageOf(quarters(1, 1)).png().toBuffer())).toBe('too-small');
    expect(await journey(await imageOf(quarters(2000, 7)).jpeg().toBuffer())).toBe('too-small');
  });
});

describe('polyglots', () => {
  it('a photo followed by a web page or an archive is cleaned of it', async () => {
    for (const tail of ['<html><script>alert(1)</script>', 'PK\x03\x04secret.txt']) {
      const bytes = Buffer.concat([whole.jpeg, Buffer.from(tail)]);
      const copy = await cleanPhoto(await decodePhoto(bytes, 'jpeg'));
      expect(copy.bytes.includes(tail.slice(0, 4))).toBe(false);
      expect((await readMetadata(bytes, 'jpeg')).trailingBytes).toBe(tail.length);
    }
  });

  it('a picture that starts like one format and goes on as another is refused', async () => {
    const mixed = Buffer.concat([whole.jpeg.subarray(0, 3), whole.png]);
    expect(await journey(mixed)).toBe('decode-failed');
    const svg = Buffer.from('GIF89a<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"/>');
    expect(await journey(svg)).not.toBe('ok');
  });
});

describe.each(Object.entries(whole))('a damaged %s', (_, bytes) => {
  it('cut short anywhere gives a typed error or a photo', async () => {
    for (let step = 1; step < 24; step++) {
      const outcome = await journey(bytes.subarray(0, Math.floor((bytes.length * step) / 24)));
      expect(['ok', 'decode-failed', 'not-an-image', 'too-small', 'too-many-pixels']).toContain(outcome);
    }
  });

  it('with changed bytes gives a typed error or a photo', async () => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const damaged = Buffer.from(bytes);
        for (const [at, value] of changes) damaged[at] = value;
        expect(typeof (await journey(damaged))).toBe('string');
      }),
      { numRuns: 40, seed: 20261121 },
    );
  });
});

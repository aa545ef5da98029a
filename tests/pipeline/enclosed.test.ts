import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/pipeline/metadata.ts';
import type { EnclosedKind, ImageKind } from '../../src/policy/words/evidence.ts';
import { demoPhoto, heicFixture, imageOf, quarters } from '../support/images.ts';
import { exifBlock } from '../support/planted-exif.ts';
import { xmpPacket } from '../support/planted-jpeg.ts';
import { pngChunk } from '../support/png-chunk.ts';

const plain = await imageOf(quarters()).jpeg().toBuffer();
const other = await sharp(demoPhoto(1)).resize(320).jpeg().toBuffer();
const plainPng = await imageOf(quarters()).png().toBuffer();

function segment(marker: number, ...parts: (string | Buffer)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
const withSegments = (jpeg: Buffer, ...segments: Buffer[]): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
const withXmp = (jpeg: Buffer, inner: string): Buffer =>
  withSegments(jpeg, segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', xmpPacket(inner)));

/** A file as the Multi-Picture Format has it: a list in the first picture, the second behind it. */
function mpf(first: Buffer, second: Buffer, options: { readonly type?: number; readonly gap?: number } = {}): Buffer {
  const { type = 0x020002, gap = 0 } = options;
  const list = Buffer.alloc(82);
  list.write('MM\0*', 'latin1');
  list.writeUInt32BE(8, 4);
  list.writeUInt16BE(3, 8);
  const entries = [
    [0xb000, 7, 4, 0x30313030],
    [0xb001, 4, 1, 2],
    [0xb002, 7, 32, 50],
  ] as const;
  entries.forEach(([tag, kind, count, value], index) => {
    const at = 10 + index * 12;
    list.writeUInt16BE(tag, at);
    list.writeUInt16BE(kind, at + 2);
    list.writeUInt32BE(count, at + 4);
    list.writeUInt32BE(value, at + 8);
  });
  const length = first.length + 8 + list.length;
  list.writeUInt32BE(0x20030000, 50);
  list.writeUInt32BE(length, 54);
  list.writeUInt32BE(type, 66);
  list.writeUInt32BE(second.length, 70);
  // Offsets count from the list itself, which stands ten bytes into the file.
  list.writeUInt32BE(length + gap - 10, 74);
  return Buffer.concat([withSegments(first, segment(0xe2, 'MPF\0', list)), Buffer.alloc(gap, 0x55), second]);
}

/** Samsung's trailer with one block. */
function samsung(name: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(name.length);
  const block = Buffer.concat([Buffer.alloc(4), size, Buffer.from(name), content]);
  const directory = Buffer.alloc(24);
  directory.write('SEFH');
  directory.writeUInt32LE(1, 8);
  directory.writeUInt32LE(block.length, 16);
  directory.writeUInt32LE(block.length, 20);
  const end = Buffer.from('\x18\0\0\0SEFT', 'latin1');
  return Buffer.concat([block, directory, end]);
}
const film = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), Buffer.alloc(400, 7)]);

function heicWith(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length);
  head.write(type, 4);
  return Buffer.concat([heicFixture('quarters'), head, content]);
}

describe('what a file holds besides its picture', () => {
  const gainMap = withXmp(other, '<h:Version xmlns:h="http://ns.adobe.com/hdr-gain-map/1.0/">1.0</h:Version>');
  const matte = withXmp(
    other,
    '<a:AuxiliaryImageType xmlns:a="http://ns.apple.com/pixeldatainfo/1.0/">urn:com:apple:photo:2018:aux:portraiteffectsmatte</a:AuxiliaryImageType>',
  );
  const cases: [string, ImageKind, Buffer, EnclosedKind[], string][] = [
    ['a picture for the other eye', 'jpeg', mpf(plain, other), ['picture'], 'one more picture'],
    ['a listed picture behind a gap', 'jpeg', mpf(plain, other, { gap: 99 }), ['picture'], 'one more picture'],
    [
      'two pictures on no list',
      'jpeg',
      Buffer.concat([plain, other, plain]),
      ['picture', 'picture'],
      'two more pictures',
    ],
    ['a preview', 'jpeg', mpf(plain, other, { type: 0x010002 }), [], 'a thumbnail'],
    ['a gain map that says so', 'jpeg', mpf(plain, gainMap, { type: 0 }), ['brightness-map'], 'for HDR screens'],
    ['a gain map by its number', 'jpeg', mpf(plain, other, { type: 0x050000 }), ['brightness-map'], 'for HDR screens'],
    ['the shape of a person', 'jpeg', mpf(plain, matte, { type: 0 }), ['cut-out'], 'cut-outs of who or what'],
    ['a film', 'jpeg', Buffer.concat([plain, film]), ['film'], 'a short film (perhaps with sound)'],
    [
      'a film of Samsung’s',
      'jpeg',
      Buffer.concat([plain, samsung('MotionPhoto_Data', film)]),
      ['film'],
      'a short film',
    ],
    [
      'depth',
      'jpeg',
      Buffer.concat([plain, samsung('DualShot_DepthMap_1', Buffer.alloc(99))]),
      ['depth-map'],
      'how far',
    ],
    [
      'sound',
      'jpeg',
      Buffer.concat([plain, samsung('SoundShot_000', Buffer.alloc(99))]),
      ['sound'],
      'a sound recording',
    ],
    [
      'what it was',
      'jpeg',
      Buffer.concat([plain, samsung('PhotoEditor_Re_Edit_Data', Buffer.from('{}'))]),
      ['editing'],
      'undoes changes',
    ],
    [
      'a shot beside it',
      'jpeg',
      Buffer.concat([plain, samsung('SingleShot_1', other)]),
      ['picture'],
      'one more picture',
    ],
    [
      'the picture before it was blurred',
      'jpeg',
      withXmp(plain, '<GImage:Data xmlns:GImage="http://ns.google.com/photos/1.0/image/">/9j/4AA</GImage:Data>'),
      ['picture'],
      'one more picture',
    ],
    [
      'content credentials',
      'jpeg',
      withSegments(plain, segment(0xeb, 'JP\0\x01\0\0\0\x01', 'jumb c2pa')),
      ['credentials'],
      'a signed account',
    ],
    [
      'content credentials in a PNG',
      'png',
      Buffer.concat([plainPng.subarray(0, 33), pngChunk('caBX', Buffer.from('jumb')), plainPng.subarray(33)]),
      ['credentials'],
      'a signed account',
    ],
    ['a film in a HEIC', 'heic', heicWith('mpvd', film), ['film'], 'a short film'],
    [
      'sound in a HEIC',
      'heic',
      heicWith('sefd', samsung('SoundShot_000', Buffer.alloc(9))),
      ['sound'],
      'a sound recording',
    ],
  ];

  it.each(cases)('names %s', async (_, kind, bytes, enclosed, words) => {
    const read = await readMetadata(bytes, kind);
    expect(read.enclosed).toEqual(enclosed);
    expect(read.summary).toContain(words);
  });

  it('is nothing for ordinary photos', async () => {
    for (const [bytes, kind] of [
      [plain, 'jpeg'],
      [demoPhoto(1), 'jpeg'],
      [plainPng, 'png'],
      [heicFixture('quarters'), 'heic'],
    ] as const) {
      expect((await readMetadata(bytes, kind)).enclosed).toEqual([]);
    }
  });
});

describe('what a second picture says', () => {
  const region =
    '<mwg:Regions rdf:parseType="Resource"><mwg:RegionList><rdf:Bag><rdf:li><rdf:Description mwg:Name="Mary Ann"/></rdf:li></rdf:Bag></mwg:RegionList></mwg:Regions>';
  const place = exifBlock({
    gps: {
      1: { text: 'N' },
      2: { rationals: [51, 30, 36] },
      3: { text: 'W' },
      4: { rationals: [0, 7, 30] },
    },
  });

  it('counts like what the first one says', async () => {
    const second = withSegments(withXmp(other, region), segment(0xe1, 'Exif\0\0', place), segment(0xfe, 'class 3B'));
    const read = await readMetadata(mpf(plain, second), 'jpeg');
    expect(read).toMatchObject({ people: ['Mary Ann'], captions: ['class 3B'] });
    expect(read.gps?.latitude).toBeCloseTo(51.51, 5);
  });

  it('ends where a list points at itself, outside, or nowhere', async () => {
    const good = mpf(plain, other);
    for (const offset of [0, 1, 0x7fffffff, 0xffffffff]) {
      const bytes = Buffer.from(good);
      bytes.writeUInt32BE(offset, 10 + 74);
      expect((await readMetadata(bytes, 'jpeg')).enclosed).toEqual(['picture']);
    }
  });

  it('is walked for sixteen pictures at most', async () => {
    const read = await readMetadata(Buffer.concat([plain, ...Array.from({ length: 40 }, () => plain)]), 'jpeg');
    expect(read.enclosed).toHaveLength(16);
  });

  it('says where Samsung’s trailer is damaged', async () => {
    const trailer = samsung('SoundShot_000', Buffer.alloc(9));
    trailer.writeUInt32LE(5000, trailer.length - 8 - 16);
    const read = await readMetadata(Buffer.concat([plain, trailer]), 'jpeg');
    expect(read.trailingBytes).toBe(trailer.length);
    expect(read.summary).toContain('behind the picture');
  });
});

describe('long captions and words in blocks', () => {
  it('are read to the end', async () => {
    const long = `${'Left to right: somebody, '.repeat(40)}Mary Ann`;
    expect((await readMetadata(withSegments(plain, segment(0xfe, long)), 'jpeg')).captions[0]).toMatch(/Mary Ann$/);
  });

  it('give the names that cameras were taught', async () => {
    const directory = Buffer.alloc(2 + 12 + 4 + 48);
    directory.writeUInt16LE(1, 0);
    directory.writeUInt16LE(0x61, 2);
    directory.writeUInt16LE(7, 4);
    directory.writeUInt32LE(48, 6);
    directory.write('\x01\0Mary Ann\0', 18, 'latin1');
    const build = (at: number): Buffer => {
      directory.writeUInt32LE(at, 10);
      return exifBlock({
        ifd0: { 0x010f: { text: 'Panasonic' } },
        exif: { 0x927c: { bytes: Buffer.concat([Buffer.from('Panasonic\0\0\0'), directory]) } },
      });
    };
    const at = build(0).indexOf('Panasonic\0\0\0') + 12 + 18;
    const read = await readMetadata(withSegments(plain, segment(0xe1, 'Exif\0\0', build(at))), 'jpeg');
    expect(read.items).toContainEqual({ carrier: 'maker notes', tag: '0x0061', value: 'Mary Ann' });
  });
});

import { deflateSync } from 'node:zlib';
import type { ImageKind } from '../../src/policy/words/evidence.ts';
import { heicFixture, imageOf, quarters } from './images.ts';
import { exifBlock, type ExifDirectory } from './planted-exif.ts';
import { jpegRows, seen, xmpPacket, type PlantedRecord, type Row } from './planted-jpeg.ts';

/** A picture with one unique text hidden in one place. */
export interface PlantedFile {
  readonly place: string;
  readonly kind: ImageKind;
  readonly bytes: Buffer;
  readonly token: string;
  readonly record: PlantedRecord;
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

function chunk(type: string, content: Buffer | string): Buffer {
  const body = Buffer.concat([Buffer.from(type), Buffer.from(content)]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length - 4, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

const plainPng = await imageOf(quarters()).png().toBuffer();
const withChunk = (type: string, content: Buffer | string): Buffer =>
  Buffer.concat([plainPng.subarray(0, 33), chunk(type, content), plainPng.subarray(33)]);

const pngRows: Row[] = [
  ['tEXt', (token) => withChunk('tEXt', `Comment\0${token}`)],
  ['zTXt', (token) => withChunk('zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync(token)]))],
  ['iTXt', (token) => withChunk('iTXt', `Title\0\0\0en\0\0${token}`)],
  [
    'iTXt, compressed',
    (token) => withChunk('iTXt', Buffer.concat([Buffer.from('Title\0\x01\0\0\0'), deflateSync(token)])),
  ],
  ['XMP', (token) => withChunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${xmpPacket(`<dc:title>${token}</dc:title>`)}`)],
  ['eXIf', (token) => withChunk('eXIf', exifBlock({ ifd0: { 0x013b: { text: token } } }))],
  [
    'raw profile',
    (token) =>
      withChunk(
        'tEXt',
        `Raw profile type exif\0\nexif\n99\n${Buffer.concat([Buffer.from('Exif\0\0'), exifBlock({ ifd0: { 0x013b: { text: token } } })]).toString('hex')}`,
      ),
  ],
  ['private chunk', (token) => withChunk('prIv', token)],
  ['behind the end', (token) => Buffer.concat([plainPng, Buffer.from(token)]), seen],
];

const plainWebp = await imageOf(quarters()).webp({ quality: 90 }).toBuffer();
function riff(...chunks: Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
  const head = Buffer.from('RIFF\0\0\0\0');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
function webpChunk(type: string, content: Buffer): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`);
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}
const extendedHeader = (flags: number): Buffer => webpChunk('VP8X', Buffer.from([flags, 0, 0, 0, 63, 0, 0, 47, 0, 0]));
const withWebpChunk = (flags: number, type: string, content: Buffer): Buffer =>
  riff(extendedHeader(flags), plainWebp.subarray(12), webpChunk(type, content));

const webpRows: Row[] = [
  ['EXIF', (token) => withWebpChunk(0x08, 'EXIF', exifBlock({ ifd0: { 0x013b: { text: token } } }))],
  ['XMP', (token) => withWebpChunk(0x04, 'XMP ', Buffer.from(xmpPacket(`<dc:title>${token}</dc:title>`)))],
  ['unknown chunk', (token) => withWebpChunk(0, 'priv', Buffer.from(token))],
  ['behind the RIFF', (token) => Buffer.concat([plainWebp, Buffer.from(token)]), seen],
];

const plainGif = await imageOf(quarters()).gif().toBuffer();
const gifStart = 13 + ((plainGif[10]! & 0x80) === 0 ? 0 : 3 * 2 ** ((plainGif[10]! & 7) + 1));
function withExtension(label: number, ...blocks: string[]): Buffer {
  const parts = blocks.map((block) => Buffer.concat([Buffer.from([block.length]), Buffer.from(block, 'latin1')]));
  const extension = Buffer.concat([Buffer.from([0x21, label]), ...parts, Buffer.from([0])]);
  return Buffer.concat([plainGif.subarray(0, gifStart), extension, plainGif.subarray(gifStart)]);
}
const gifRows: Row[] = [
  ['comment', (token) => withExtension(0xfe, token)],
  ['application extension', (token) => withExtension(0xff, 'PRIVATE1.00', token)],
  ['behind the end', (token) => Buffer.concat([plainGif, Buffer.from(token)]), seen],
];

/** A grey TIFF of 16 x 16 pixels; `extra` are further entries of its only directory. */
function greyTiff(extra: ExifDirectory): Buffer {
  const side = 16;
  const layout = {
    0x0100: side,
    0x0101: side,
    0x0102: 8,
    0x0103: 1,
    0x0106: 1,
    0x0115: 1,
    0x0116: side,
    0x0117: side ** 2,
  };
  const longs = Object.fromEntries(Object.entries(layout).map(([tag, long]) => [tag, { long }]));
  const length = exifBlock({ ifd0: { ...longs, 0x0111: { long: 0 }, ...extra } }).length;
  return Buffer.concat([
    exifBlock({ ifd0: { ...longs, 0x0111: { long: length }, ...extra } }),
    Buffer.alloc(side ** 2, 128),
  ]);
}

/** A TIFF of two pages; the second is described by the token. Every offset of the second page moves by where it starts. */
function secondPage(token: string): Buffer {
  const [first, second] = [greyTiff({}), greyTiff({ 0x010e: { text: token } })];
  const start = first.length - 8;
  const count = second.readUInt16LE(8);
  for (let at = 10; at < 10 + count * 12; at += 12) {
    const isOffset = second.readUInt16LE(at) === 0x0111 || second.readUInt32LE(at + 4) > 4;
    if (isOffset) second.writeUInt32LE(second.readUInt32LE(at + 8) + start, at + 8);
  }
  first.writeUInt32LE(start + 8, 10 + first.readUInt16LE(8) * 12);
  return Buffer.concat([first, second.subarray(8)]);
}
const tiffRows: Row[] = [
  ['artist', (token) => greyTiff({ 0x013b: { text: token } })],
  ['private tag', (token) => greyTiff({ 0xfde8: { text: token } })],
  ['description of the second page', secondPage],
  ['behind the picture', (token) => Buffer.concat([greyTiff({}), Buffer.from(token)]), 'cannot know'],
];

const avifRows: Row[] = [
  [
    'artist',
    (token) =>
      imageOf(quarters())
        .withExif({ IFD0: { Artist: token } })
        .avif({ effort: 0 })
        .toBuffer(),
  ],
  [
    'behind the end',
    async (token) => Buffer.concat([await imageOf(quarters()).avif({ effort: 0 }).toBuffer(), Buffer.from(token)]),
    seen,
  ],
];

function heicWith(type: string, content: string): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(8 + content.length);
  return Buffer.concat([heicFixture('quarters'), head, Buffer.from(type + content)]);
}
const heicRows: Row[] = [
  [
    'artist',
    (token) => {
      const bytes = heicFixture('quarters-exif');
      bytes.write(token, bytes.indexOf('PLANTED-heif-exif'));
      return bytes;
    },
  ],
  ['motion photo film (mpvd)', (token) => heicWith('mpvd', token)],
  ['maker’s trailer (sefd)', (token) => heicWith('sefd', token)],
  ['box of its own (uuid)', (token) => heicWith('uuid', `0123456789abcdef${token}`)],
];

const rowsByKind: Record<ImageKind, readonly Row[]> = {
  jpeg: jpegRows,
  png: pngRows,
  webp: webpRows,
  gif: gifRows,
  tiff: tiffRows,
  avif: avifRows,
  heic: heicRows,
};

/** Every place of every format that may carry something, each planted in a file of its own. */
export async function plantedFiles(): Promise<PlantedFile[]> {
  const rows = Object.entries(rowsByKind).flatMap(([kind, own]) => own.map((row) => [kind as ImageKind, row] as const));
  return Promise.all(
    rows.map(async ([kind, [place, plant, record = 'names it']], index) => {
      const token = `Zq${String(index).padStart(2, '0')}PlantedToken`;
      return { place: `${kind}: ${place}`, kind, token, record, bytes: await plant(token) };
    }),
  );
}

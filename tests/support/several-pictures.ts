import sharp from 'sharp';
import { heifBoxes } from '../../src/pipeline/decode/heif-boxes.ts';
import { pngChunk } from './png-chunk.ts';

const number = (value: number, bytes: 2 | 4): Buffer => {
  const written = Buffer.alloc(bytes);
  written.writeUIntBE(value, 0, bytes);
  return written;
};

/** Two pictures of one size as an animated PNG: the second stands in an `fdAT` chunk, which still readers pass over. */
async function animatedPng(first: Buffer, second: Buffer): Promise<Buffer> {
  const [one, two] = [await sharp(first).png().toBuffer(), await sharp(second).png().toBuffer()];
  const dataOf = (png: Buffer): Buffer => {
    const parts: Buffer[] = [];
    for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
      if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
        parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
    }
    return Buffer.concat(parts);
  };
  const frame = (order: number): Buffer =>
    pngChunk(
      'fcTL',
      Buffer.concat([
        number(order, 4),
        one.subarray(16, 24),
        Buffer.alloc(8),
        number(1, 2),
        number(10, 2),
        Buffer.alloc(2),
      ]),
    );
  return Buffer.concat([
    one.subarray(0, 33),
    ...[pngChunk('acTL', Buffer.concat([number(2, 4), number(0, 4)])), frame(0), pngChunk('IDAT', dataOf(one))],
    ...[frame(1), pngChunk('fdAT', Buffer.concat([number(2, 4), dataOf(two)])), pngChunk('IEND', Buffer.alloc(0))],
  ]);
}

function box(type: string, ...content: readonly Buffer[]): Buffer {
  const payload = Buffer.concat(content);
  return Buffer.concat([number(payload.length + 8, 4), Buffer.from(type, 'latin1'), payload]);
}

/** The coded picture of a file with one, and the properties a decoder needs for it. */
function takeApart(file: Buffer): { readonly coded: Buffer; readonly properties: readonly Buffer[] } {
  const boxes = heifBoxes(file);
  const find = (type: string) => boxes.find((one) => one.type === type)!;
  const properties = ['av1C', 'hvcC', 'ispe', 'pixi'].flatMap((type) => boxes.find((one) => one.type === type) ?? []);
  const data = find('mdat');
  return {
    coded: file.subarray(data.payload, data.end),
    properties: properties.map(({ start, end }) => file.subarray(start, end)),
  };
}

/**
 * A HEIF or AVIF file with two pictures beside each other, the first of them its primary one, out of two files with one
 * each that were coded alike (ISO/IEC 23008-12).
 */
export function twoPicturesHeif(first: Buffer, second: Buffer): Buffer {
  const [one, two] = [takeApart(first), takeApart(second)];
  const isAvif = first.toString('latin1', 8, 12) === 'avif';
  const full = Buffer.alloc(4);
  const fileType = box('ftyp', Buffer.from(isAvif ? 'avif\0\0\0\0avifmif1miaf' : 'heic\0\0\0\0mif1heic', 'latin1'));
  const entry = (id: number): Buffer =>
    box(
      'infe',
      number(0x02000000, 4),
      number(id, 2),
      number(0, 2),
      Buffer.from(isAvif ? 'av01\0' : 'hvc1\0', 'latin1'),
    );
  const uses = one.properties.map((_, at) => at + 1);
  const use = (id: number): Buffer => Buffer.concat([number(id, 2), Buffer.from([uses.length, ...uses])]);
  const write = (dataAt: number): Buffer => {
    const place = (id: number, at: number, length: number): Buffer =>
      Buffer.concat([number(id, 2), number(0, 2), number(1, 2), number(at, 4), number(length, 4)]);
    const places = [place(1, dataAt, one.coded.length), place(2, dataAt + one.coded.length, two.coded.length)];
    return box(
      'meta',
      full,
      box('hdlr', full, Buffer.from('\0\0\0\0pict', 'latin1'), Buffer.alloc(13)),
      box('pitm', full, number(1, 2)),
      box('iloc', full, number(0x4400, 2), number(2, 2), ...places),
      box('iinf', full, number(2, 2), entry(1), entry(2)),
      box('iprp', box('ipco', ...one.properties), box('ipma', full, number(2, 4), use(1), use(2))),
    );
  };
  const dataAt = fileType.length + write(0).length + 8;
  return Buffer.concat([fileType, write(dataAt), box('mdat', one.coded, two.coded)]);
}

/** The same two pictures in every kind of file that can hold several, by file name. HEIC is not written by sharp. */
export async function severalPictures(first: Buffer, second: Buffer): Promise<Readonly<Record<string, Buffer>>> {
  const joined = sharp([first, second], { join: { animated: true } });
  const avif = (picture: Buffer): Promise<Buffer> => sharp(picture).avif({ quality: 90, effort: 0 }).toBuffer();
  return {
    'moving.gif': await joined.clone().gif().toBuffer(),
    'moving.webp': await joined.clone().webp({ quality: 90 }).toBuffer(),
    'moving.png': await animatedPng(first, second),
    'pages.tiff': await joined.clone().tiff().toBuffer(),
    'several.avif': twoPicturesHeif(await avif(first), await avif(second)),
  };
}

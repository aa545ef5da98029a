/** One TIFF entry to write: text becomes type 2, bytes type 7, numbers type 5 (rational) or 4 (long). */
export type ExifValue =
  | { readonly text: string }
  | { readonly bytes: Buffer }
  | { readonly rationals: readonly number[] }
  | { readonly long: number };
export type ExifDirectory = Readonly<Record<number, ExifValue>>;

export interface ExifPlan {
  readonly ifd0?: ExifDirectory;
  readonly exif?: ExifDirectory;
  readonly gps?: ExifDirectory;
  readonly thumbnail?: Buffer;
}

function encode(value: ExifValue): { type: number; count: number; content: Buffer } {
  if ('text' in value) {
    const content = Buffer.from(`${value.text}\0`, 'utf8');
    return { type: 2, count: content.length, content };
  }
  if ('bytes' in value) return { type: 7, count: value.bytes.length, content: value.bytes };
  if ('long' in value) {
    const content = Buffer.alloc(4);
    content.writeUInt32LE(value.long);
    return { type: 4, count: 1, content };
  }
  const content = Buffer.alloc(value.rationals.length * 8);
  value.rationals.forEach((number, index) => {
    content.writeUInt32LE(Math.round(number * 1000), index * 8);
    content.writeUInt32LE(1000, index * 8 + 4);
  });
  return { type: 5, count: value.rationals.length, content };
}

/** One directory at `start`, its longer values right behind it, pointing on to `next`. */
function writeDirectory(directory: ExifDirectory, start: number, next: number): Buffer {
  const entries = Object.entries(directory).map(([tag, value]) => ({ tag: Number(tag), ...encode(value) }));
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  head.writeUInt16LE(entries.length, 0);
  const tail: Buffer[] = [];
  let tailAt = start + head.length;
  entries.forEach(({ tag, type, count, content }, index) => {
    const at = 2 + index * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    if (content.length <= 4) content.copy(head, at + 8);
    else {
      head.writeUInt32LE(tailAt, at + 8);
      const padded = Buffer.concat([content, Buffer.alloc(content.length % 2)]);
      tail.push(padded);
      tailAt += padded.length;
    }
  });
  head.writeUInt32LE(next, head.length - 4);
  return Buffer.concat([head, ...tail]);
}

/** A little-endian EXIF block with the directories asked for. */
export function exifBlock({ ifd0 = {}, exif, gps, thumbnail }: ExifPlan): Buffer {
  const parts: Buffer[] = [Buffer.from('49492a0008000000', 'hex')];
  const pointers: Record<number, ExifValue> = { ...ifd0 };
  // IFD0 is written last in time but first in place: its length does not depend on the values of its pointers.
  for (const [tag, directory] of [
    [0x8769, exif],
    [0x8825, gps],
  ] as const) {
    if (directory !== undefined) pointers[tag] = { long: 0 };
  }
  let at = 8 + writeDirectory(pointers, 8, 0).length;
  const behind: Buffer[] = [];
  for (const [tag, directory] of [
    [0x8769, exif],
    [0x8825, gps],
  ] as const) {
    if (directory === undefined) continue;
    pointers[tag] = { long: at };
    const written = writeDirectory(directory, at, 0);
    behind.push(written);
    at += written.length;
  }
  if (thumbnail !== undefined) {
    const size = writeDirectory({ 0x0201: { long: 0 }, 0x0202: { long: 0 } }, at, 0).length;
    const ifd1 = { 0x0201: { long: at + size }, 0x0202: { long: thumbnail.length } };
    behind.push(writeDirectory(ifd1, at, 0), thumbnail);
  }
  parts.push(writeDirectory(pointers, 8, thumbnail === undefined ? 0 : at), ...behind);
  return Buffer.concat(parts);
}

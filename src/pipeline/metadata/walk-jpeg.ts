import { emptyBlocks, type MetadataBlocks } from './blocks.ts';
import { collectExtendedXmp, type XmpPart } from './extended-xmp.ts';
import { decodeText, describeBytes, printableRuns, tidyText } from './readable-text.ts';

const xmpId = 'http://ns.adobe.com/xap/1.0/\0';
const extendedXmpId = 'http://ns.adobe.com/xmp/extension/\0';

interface JpegParts extends MetadataBlocks {
  /** The list of further pictures in the file (MPF), and where in the file it stands. */
  pictureIndex: Buffer | null;
  readonly extendedXmp: XmpPart[];
  readonly photoshopParts: Buffer[];
  readonly iccParts: Buffer[];
}

function startsWith(content: Buffer, id: string): boolean {
  return content.subarray(0, id.length).toString('latin1') === id;
}

function readApp1(content: Buffer, parts: JpegParts): boolean {
  if (startsWith(content, 'Exif\0')) parts.exif.push(content.subarray(6));
  else if (startsWith(content, xmpId)) parts.xmp.push(content.toString('utf8', xmpId.length));
  else if (startsWith(content, extendedXmpId) && content.length > extendedXmpId.length + 40) {
    const at = extendedXmpId.length;
    const [guid, offset] = [content.toString('latin1', at, at + 32), content.readUInt32BE(at + 36)];
    parts.extendedXmp.push({ guid, offset, content: content.subarray(at + 40) });
  } else return false;
  return true;
}

function readComment(content: Buffer, parts: JpegParts): void {
  const text = tidyText(decodeText(content));
  if (text === '') return;
  parts.items.push({ carrier: 'comment', tag: 'comment', value: text });
  parts.captions.push(text);
}

/** An application segment nothing else knows: its own name, its size, and whatever can be read in it. */
function readOther(marker: number, content: Buffer, parts: JpegParts): void {
  const name = /^[\x20-\x7e]{2,30}/.exec(content.toString('latin1', 0, 30))?.[0] ?? 'unnamed';
  const carrier = `app${marker - 0xe0}`;
  parts.items.push({ carrier, tag: name, value: describeBytes(content.subarray(name.length)) });
  if (marker !== 0xec) return;
  // Old cameras write lines such as 'Serial#=123' there.
  for (const line of printableRuns(content)) {
    const [, key, value] = /^([\w /#.-]{2,40})=(.+)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) parts.items.push({ carrier, tag: key.trim(), value });
  }
}

function readSegment(marker: number, content: Buffer, parts: JpegParts): void {
  if (marker === 0xfe) readComment(content, parts);
  if (marker < 0xe0 || marker > 0xef) return;
  if (marker === 0xe0 && startsWith(content, 'JFIF\0')) {
    parts.hasThumbnail ||= content.length > 14 && content[12]! * content[13]! > 0;
  } else if (marker === 0xe0 && startsWith(content, 'JFXX\0')) parts.hasThumbnail = true;
  else if (marker === 0xe1 && readApp1(content, parts)) return;
  else if (marker === 0xe2 && startsWith(content, 'ICC_PROFILE\0')) parts.iccParts.push(content.subarray(14));
  else if (marker === 0xe2 && startsWith(content, 'MPF\0')) parts.pictureIndex ??= content.subarray(4);
  else if (marker === 0xed && startsWith(content, 'Photoshop 3.0\0')) parts.photoshopParts.push(content.subarray(14));
  else if (marker === 0xee && startsWith(content, 'Adobe') && content.length === 12) return;
  else {
    if (marker === 0xeb && content.includes('c2pa', 0, 'latin1')) parts.enclosed.push('credentials');
    readOther(marker, content, parts);
  }
}

/** Offset of the next marker at or after `at` that is neither stuffing nor a restart. */
function skipScan(bytes: Buffer, at: number): number {
  for (let next = bytes.indexOf(0xff, at); next >= 0; next = bytes.indexOf(0xff, next + 1)) {
    const code = bytes[next + 1];
    if (code !== undefined && code !== 0 && code !== 0xff && (code < 0xd0 || code > 0xd7)) return next;
  }
  return bytes.length;
}

/** Walks the segments; gives back the offset behind the end marker, or the file's length when there is none. */
function walkSegments(bytes: Buffer, parts: JpegParts): number {
  for (let at = 2; at + 1 < bytes.length;) {
    if (bytes[at] !== 0xff || bytes[at + 1] === 0xff) {
      at++;
      continue;
    }
    const marker = bytes[at + 1]!;
    if (marker === 0xd9) return at + 2;
    if (marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8) || at + 4 > bytes.length) {
      at += 2;
      continue;
    }
    const end = at + 2 + Math.max(2, bytes.readUInt16BE(at + 2));
    readSegment(marker, bytes.subarray(at + 4, end), parts);
    at = marker === 0xda ? skipScan(bytes, end) : end;
  }
  return bytes.length;
}

/** A JPEG's own blocks, where it ends, and the list of further pictures it gives. */
export interface WalkedJpeg {
  readonly blocks: MetadataBlocks;
  /** Behind the end marker; the file's length where there is none. */
  readonly end: number;
  readonly pictureIndex: Buffer | null;
}

/** Everything in one JPEG picture up to its end marker (ITU T.81; segment names as their makers publish them). */
export function walkJpeg(bytes: Buffer): WalkedJpeg {
  const parts: JpegParts = {
    ...emptyBlocks(),
    ...{ extendedXmp: [], photoshopParts: [], iccParts: [], pictureIndex: null },
  };
  const end = Math.min(walkSegments(bytes, parts), bytes.length);
  parts.xmp.push(...collectExtendedXmp(parts.extendedXmp));
  if (parts.photoshopParts.length > 0) parts.photoshop.push(Buffer.concat(parts.photoshopParts));
  if (parts.iccParts.length > 0) parts.icc.push(Buffer.concat(parts.iccParts));
  return { blocks: parts, end, pictureIndex: parts.pictureIndex };
}

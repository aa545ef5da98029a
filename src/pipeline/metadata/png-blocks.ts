import { inflateSync } from 'node:zlib';
import { emptyBlocks, type MetadataBlocks } from './blocks.ts';
import { decodeText, describeBytes, lineOfRecord, tidyText } from './readable-text.ts';

const maxTextBytes = 4_000_000;
const captionKeys = new Set(['title', 'description', 'comment', 'disclaimer', 'warning']);
/** Chunks that only say how to draw the picture. */
const plainChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB bKGD hIST pHYs sBIT sPLT acTL fcTL fdAT cICP mDCV cLLI'.split(' '),
);

/** Inflates a compressed text; null when it is damaged or would grow beyond 4 MB. */
function inflate(bytes: Buffer): Buffer | null {
  try {
    return inflateSync(bytes, { maxOutputLength: maxTextBytes });
  } catch {
    return null;
  }
}

/** "Raw profile" texts hold a block as hex digits behind its name and length, as ImageMagick writes them. */
function readRawProfile(text: string): Buffer {
  return Buffer.from(text.replace(/^\s*\S+\s+\d+\s*/, '').replace(/[^0-9a-f]/gi, ''), 'hex');
}

function addText(key: string, text: string | null, blocks: MetadataBlocks): void {
  if (text === null) {
    blocks.items.push({ carrier: 'png', tag: key, value: 'This block is damaged and could not be read.' });
  } else if (key === 'XML:com.adobe.xmp') blocks.xmp.push(text);
  else if (/^Raw profile type (exif|APP1)$/i.test(key)) {
    const profile = readRawProfile(text);
    const exif = profile.toString('latin1', 0, 4) === 'Exif';
    if (exif) blocks.exif.push(profile.subarray(6));
    else blocks.xmp.push(profile.toString('utf8'));
  } else if (/^Raw profile type (iptc|8bim)$/i.test(key)) blocks.photoshop.push(readRawProfile(text));
  else if (/^Raw profile type xmp$/i.test(key)) blocks.xmp.push(readRawProfile(text).toString('utf8'));
  else {
    const value = tidyText(text);
    blocks.items.push({ carrier: 'png', tag: lineOfRecord(key), value });
    if (captionKeys.has(key.toLowerCase())) blocks.captions.push(value);
  }
}

function readInternationalText(content: Buffer, keyEnd: number): string | null {
  const compressed = content[keyEnd + 1] === 1;
  const languageEnd = content.indexOf(0, keyEnd + 3);
  const translatedEnd = languageEnd < 0 ? -1 : content.indexOf(0, languageEnd + 1);
  if (translatedEnd < 0) return null;
  const text = content.subarray(translatedEnd + 1);
  return (compressed ? inflate(text) : text)?.toString('utf8') ?? null;
}

function readTextChunk(type: string, content: Buffer, blocks: MetadataBlocks): void {
  const found = content.indexOf(0);
  const keyEnd = found < 0 ? content.length : found;
  const key = content.toString('latin1', 0, keyEnd);
  if (type === 'tEXt') addText(key, decodeText(content.subarray(keyEnd + 1)), blocks);
  else if (type === 'zTXt') addText(key, inflate(content.subarray(keyEnd + 2))?.toString('latin1') ?? null, blocks);
  else addText(key, readInternationalText(content, keyEnd), blocks);
}

function readChunk(type: string, content: Buffer, blocks: MetadataBlocks): void {
  if (type === 'tEXt' || type === 'zTXt' || type === 'iTXt') readTextChunk(type, content, blocks);
  else if (type === 'eXIf' || type === 'zxIf') blocks.exif.push(content);
  else if (type === 'iCCP') {
    const profile = inflate(content.subarray(content.indexOf(0) + 2));
    if (profile !== null) blocks.icc.push(profile);
  } else if (type === 'tIME' && content.length === 7) {
    const [month, day, hour, minute, second] = Array.from(content.subarray(2), (n) => String(n).padStart(2, '0'));
    const value = `${content.readUInt16BE(0)}-${month!}-${day!}T${hour!}:${minute!}:${second!}`;
    blocks.items.push({ carrier: 'png', tag: 'tIME', value });
  } else if (!plainChunks.has(type)) {
    if (type === 'caBX') blocks.enclosed.push('credentials');
    blocks.items.push({ carrier: 'png', tag: type, value: describeBytes(content) });
  }
}

/** Everything in a PNG besides its picture, and what follows its end chunk (W3C PNG, third edition). */
export function pngBlocks(bytes: Buffer): MetadataBlocks {
  const blocks = emptyBlocks();
  for (let at = 8; at + 8 <= bytes.length;) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 8 + bytes.readUInt32BE(at);
    readChunk(type, bytes.subarray(at + 8, end), blocks);
    at = end + 4;
    if (type !== 'IEND') continue;
    blocks.trailingBytes = Math.max(0, bytes.length - at);
    break;
  }
  return blocks;
}

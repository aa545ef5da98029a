import { emptyBlocks, type MetadataBlocks } from './blocks.ts';
import { decodeText, describeBytes, tidyText } from './readable-text.ts';

interface SubBlocks {
  readonly content: Buffer;
  readonly end: number;
}

function readSubBlocks(bytes: Buffer, start: number): SubBlocks {
  const parts: Buffer[] = [];
  let at = start;
  while (at < bytes.length && bytes[at] !== 0) {
    parts.push(bytes.subarray(at + 1, at + 1 + bytes[at]!));
    at += 1 + bytes[at]!;
  }
  return { content: Buffer.concat(parts), end: at + 1 };
}

function colourTableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

/** XMP in a GIF is not in sub-blocks: it runs as plain text up to a 258-byte trailer that counts down. */
function readXmp(bytes: Buffer, start: number, blocks: MetadataBlocks): number {
  const { end } = readSubBlocks(bytes, start);
  blocks.xmp.push(bytes.toString('utf8', start, Math.max(start, Math.min(end, bytes.length) - 258)));
  return end;
}

function readApplication(bytes: Buffer, at: number, blocks: MetadataBlocks): number {
  const name = bytes.toString('latin1', at + 3, at + 14);
  if (name === 'XMP DataXMP') return readXmp(bytes, at + 14, blocks);
  const { content, end } = readSubBlocks(bytes, at + 14);
  if (name === 'ICCRGBG1012') blocks.icc.push(content);
  else if (name !== 'NETSCAPE2.0' && name !== 'ANIMEXTS1.0') {
    blocks.items.push({ carrier: 'gif', tag: tidyText(name), value: describeBytes(content) });
  }
  return end;
}

function readExtension(bytes: Buffer, at: number, blocks: MetadataBlocks): number {
  const label = bytes[at + 1]!;
  if (label === 0xff && bytes[at + 2] === 11) return readApplication(bytes, at, blocks);
  const { content, end } = readSubBlocks(bytes, at + 2);
  if (label === 0xfe) {
    const text = tidyText(decodeText(content));
    blocks.items.push({ carrier: 'comment', tag: 'comment', value: text });
    if (text !== '') blocks.captions.push(text);
  } else if (label !== 0xf9) {
    blocks.items.push({ carrier: 'gif', tag: `extension ${label}`, value: describeBytes(content) });
  }
  return end;
}

/** Everything in a GIF besides its pictures, and what follows its trailer (GIF89a). */
export function gifBlocks(bytes: Buffer): MetadataBlocks {
  const blocks = emptyBlocks();
  let at = 13 + colourTableBytes(bytes[10]!);
  while (at + 1 < bytes.length) {
    const introducer = bytes[at];
    if (introducer === 0x21) at = readExtension(bytes, at, blocks);
    else if (introducer === 0x2c && at + 10 < bytes.length) {
      at = readSubBlocks(bytes, at + 11 + colourTableBytes(bytes[at + 9]!)).end;
    } else break;
  }
  if (bytes[at] === 0x3b) blocks.trailingBytes = bytes.length - at - 1;
  return blocks;
}

import { emptyBlocks, type MetadataBlocks } from './blocks.ts';
import { describeBytes } from './readable-text.ts';

const plainChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);

function readChunk(type: string, content: Buffer, blocks: MetadataBlocks): void {
  if (type === 'EXIF') {
    blocks.exif.push(content.toString('latin1', 0, 4) === 'Exif' ? content.subarray(6) : content);
  } else if (type === 'XMP ') blocks.xmp.push(content.toString('utf8'));
  else if (type === 'ICCP') blocks.icc.push(content);
  else if (!plainChunks.has(type)) {
    if (type === 'C2PA') blocks.enclosed.push('credentials');
    blocks.items.push({ carrier: 'webp', tag: type.trim(), value: describeBytes(content) });
  }
}

/** Everything in a WebP besides its picture, and what follows the size its header gives (RFC 9649). */
export function webpBlocks(bytes: Buffer): MetadataBlocks {
  const blocks = emptyBlocks();
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  for (let at = 12; at + 8 <= end;) {
    const size = bytes.readUInt32LE(at + 4);
    readChunk(bytes.toString('latin1', at, at + 4), bytes.subarray(at + 8, Math.min(at + 8 + size, end)), blocks);
    at += 8 + size + (size % 2);
  }
  blocks.trailingBytes = bytes.length - end;
  return blocks;
}

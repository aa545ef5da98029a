import type { EnclosedKind } from '../../policy/words/evidence.ts';
import type { MetadataBlocks } from './blocks.ts';
import { describeBytes } from './readable-text.ts';

interface TrailerBlock {
  readonly name: string;
  readonly content: Buffer;
}

const maxBlocks = 100;

/** What Samsung's phones call what they put behind a photo (as ExifTool lists them). Films are found as films. */
const signs: readonly (readonly [sign: RegExp, kind: EnclosedKind])[] = [
  [/depthmap/i, 'depth-map'],
  [/soundshot|audio|voice/i, 'sound'],
  [/re_edit|original_path|sticker|doodle/i, 'editing'],
];

/** The blocks of a trailer, by the directory at its end. Throws a RangeError where that is damaged. */
function trailerBlocks(bytes: Buffer): TrailerBlock[] {
  const end = bytes.lastIndexOf('SEFT', undefined, 'latin1');
  if (end < 4) return [];
  const start = end - 4 - bytes.readUInt32LE(end - 4);
  if (start < 0 || bytes.toString('latin1', start, start + 4) !== 'SEFH') return [];
  const count = Math.min(bytes.readUInt32LE(start + 8), maxBlocks);
  return Array.from({ length: count }, (_, index) => {
    const at = start + 12 + index * 12;
    const blockAt = start - bytes.readUInt32LE(at + 4);
    const block = bytes.subarray(Math.max(0, blockAt), Math.max(0, blockAt) + bytes.readUInt32LE(at + 8));
    const nameEnd = 8 + block.readUInt32LE(4);
    return { name: block.toString('latin1', 8, Math.min(nameEnd, 72)), content: block.subarray(nameEnd) };
  });
}

function kindOf({ name, content }: TrailerBlock): EnclosedKind | null {
  const known = signs.find(([sign]) => sign.test(name))?.[1];
  return known ?? (content[0] === 0xff && content[1] === 0xd8 ? 'picture' : null);
}

/** Notes what Samsung's trailer holds, where there is one: motion photos, depth, sound, how a photo was edited. */
export function readSamsungTrailer(bytes: Buffer, blocks: MetadataBlocks): void {
  try {
    for (const block of trailerBlocks(bytes)) {
      const kind = kindOf(block);
      if (kind !== null) blocks.enclosed.push(kind);
      blocks.items.push({ carrier: 'samsung', tag: block.name, value: describeBytes(block.content) });
    }
  } catch {
    blocks.items.push({ carrier: 'samsung', tag: 'unreadable', value: 'This block is damaged and could not be read.' });
  }
}

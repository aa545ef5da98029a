/** One entry of a TIFF directory. */
export interface TiffEntry {
  /** Which directory: 'page 1', 'page 2' … or 'sub 0x8769' after the tag that points to it. */
  readonly directory: string;
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly value: Buffer;
}

const bytesOfType = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
/** Tags whose value points to another directory: SubIFDs, Exif, GPS, Interoperability, Olympus equipment. */
const pointerTags = new Set([0x014a, 0x8769, 0x8825, 0xa005, 0x2010]);
const maxDirectories = 64;
const maxEntries = 4000;

interface Walk {
  readonly bytes: Buffer;
  readonly littleEndian: boolean;
  /** What offsets inside values count from. */
  readonly base: number;
  readonly seen: Set<number>;
  readonly found: TiffEntry[];
}

const read16 = ({ bytes, littleEndian }: Walk, at: number): number =>
  littleEndian ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
const read32 = ({ bytes, littleEndian }: Walk, at: number): number =>
  littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);

function readEntry(walk: Walk, at: number, directory: string): TiffEntry | null {
  const [tag, type, count] = [read16(walk, at), read16(walk, at + 2), read32(walk, at + 4)];
  const size = (bytesOfType[type] ?? 0) * count;
  if (size === 0) return null;
  const start = size <= 4 ? at + 8 : walk.base + read32(walk, at + 8);
  if (start + size > walk.bytes.length) return null;
  return { directory, tag, type, count, value: walk.bytes.subarray(start, start + size) };
}

/** Where the directories of an entry start: at the offsets it holds or, in old Olympus notes, at its own value. */
function pointersOf(walk: Walk, { tag, type, count, value }: TiffEntry): number[] {
  if (!pointerTags.has(tag)) return [];
  if (type === 7) return [value.byteOffset - walk.bytes.byteOffset];
  if (type !== 4 && type !== 13) return [];
  return Array.from({ length: Math.min(count, 16) }, (_, i) =>
    walk.littleEndian ? value.readUInt32LE(i * 4) : value.readUInt32BE(i * 4),
  );
}

/** Reads one directory and those it points to; gives back the offset of the next in the chain, 0 for none. */
function walkDirectory(walk: Walk, offset: number, directory: string): number {
  const { bytes, seen, found } = walk;
  if (offset + 2 > bytes.length || seen.has(offset) || seen.size >= maxDirectories) return 0;
  seen.add(offset);
  const count = read16(walk, offset);
  const end = offset + 2 + count * 12;
  for (let at = offset + 2; at + 12 <= Math.min(end, bytes.length) && found.length < maxEntries; at += 12) {
    const entry = readEntry(walk, at, directory);
    if (entry === null) continue;
    found.push(entry);
    for (const target of pointersOf(walk, entry)) walkDirectory(walk, target, `sub 0x${entry.tag.toString(16)}`);
  }
  return end + 4 <= bytes.length ? read32(walk, end) : 0;
}

/**
 * Entries of all directories of a TIFF structure: pages, sub-directories, EXIF, GPS. Entries that point outside are
 * left out; loops end. Empty when the bytes are no TIFF (TIFF 6.0, EXIF 2.32).
 */
export function tiffEntries(bytes: Buffer): TiffEntry[] {
  const order = bytes.toString('latin1', 0, 2);
  if (bytes.length < 8 || (order !== 'II' && order !== 'MM')) return [];
  const walk: Walk = { bytes, littleEndian: order === 'II', base: 0, seen: new Set(), found: [] };
  let page = 1;
  for (let at = read32(walk, 4); at > 0; page++) at = walkDirectory(walk, at, `page ${page}`);
  return walk.found;
}

/**
 * Entries of one directory that has no header of its own, as maker notes have. `base` is what its value offsets count
 * from.
 */
export function directoryEntries(bytes: Buffer, offset: number, littleEndian: boolean, base: number): TiffEntry[] {
  const walk: Walk = { bytes, littleEndian, base, seen: new Set(), found: [] };
  walkDirectory(walk, offset, 'maker notes');
  return walk.found;
}

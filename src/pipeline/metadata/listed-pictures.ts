import { tiffEntries } from './tiff-entries.ts';

/** A picture that a file's own list names: where it starts in the file, and what the list calls it. */
export interface ListedPicture {
  readonly at: number;
  /** Null where the list does not say. */
  readonly kind: 'preview' | 'brightness-map' | null;
}

const entryBytes = 16;
const pictureList = 0xb002;
const kinds: Readonly<Record<number, ListedPicture['kind']>> = {
  0x010001: 'preview',
  0x010002: 'preview',
  0x050000: 'brightness-map',
};

/**
 * The further pictures in a list of the Multi-Picture Format (CIPA DC-007), the first and large one left out. `listAt` is
 * where the list starts in the file: offsets count from there.
 */
export function listedPictures(list: Buffer, listAt: number): ListedPicture[] {
  const entry = tiffEntries(list).find(({ tag }) => tag === pictureList);
  if (entry === undefined) return [];
  const read = (at: number): number =>
    list.toString('latin1', 0, 2) === 'II' ? entry.value.readUInt32LE(at) : entry.value.readUInt32BE(at);
  const count = Math.floor(entry.value.length / entryBytes);
  return Array.from({ length: count }, (_, index) => index * entryBytes)
    .map((at) => ({ offset: read(at + 8), kind: kinds[read(at) & 0xffffff] ?? null }))
    .filter(({ offset }) => offset > 0)
    .map(({ offset, kind }) => ({ at: listAt + offset, kind }));
}

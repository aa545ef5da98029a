import type { MetadataItem } from '../../policy/words/evidence.ts';
import { decodeText, printableRuns, tidyText } from './readable-text.ts';
import { directoryEntries, tiffEntries, type TiffEntry } from './tiff-entries.ts';

/** How one maker lays out its notes: `id` at their start, the directory behind it. */
interface NoteLayout {
  readonly id: string;
  readonly directoryAt: number;
  /** What value offsets count from: the EXIF block, the notes themselves, or a TIFF header inside the notes. */
  readonly base: 'exif' | 'note' | 'header';
  readonly order?: 'little' | 'big';
  /** Tags of serial numbers and of the owner's name. */
  readonly serialTags: readonly number[];
  readonly ownerTags: readonly number[];
}

// Layouts and tags as documented by the makers' users in the public tag lists of ExifTool and Exiv2.
const layouts: readonly NoteLayout[] = [
  { id: 'Nikon\0\x02', directoryAt: 18, base: 'header', serialTags: [0x1d, 0xa0], ownerTags: [] },
  { id: 'Nikon\0\x01', directoryAt: 8, base: 'exif', serialTags: [], ownerTags: [] },
  { id: 'Panasonic\0', directoryAt: 12, base: 'exif', serialTags: [0x25], ownerTags: [] },
  { id: 'LEICA\0\0\0', directoryAt: 8, base: 'exif', serialTags: [0x25], ownerTags: [] },
  { id: 'OLYMPUS\0', directoryAt: 12, base: 'note', serialTags: [0x0101], ownerTags: [] },
  { id: 'OLYMP\0', directoryAt: 8, base: 'exif', serialTags: [0x0101, 0x0404], ownerTags: [] },
  { id: 'FUJIFILM', directoryAt: 12, base: 'note', order: 'little', serialTags: [0x10], ownerTags: [] },
  { id: 'PENTAX \0', directoryAt: 10, base: 'note', serialTags: [0x0229], ownerTags: [] },
  { id: 'AOC\0', directoryAt: 6, base: 'exif', serialTags: [0x0229], ownerTags: [] },
  { id: 'SIGMA\0', directoryAt: 10, base: 'exif', serialTags: [0x02], ownerTags: [] },
  { id: 'FOVEON\0', directoryAt: 10, base: 'exif', serialTags: [0x02], ownerTags: [] },
  { id: 'Ricoh', directoryAt: 8, base: 'exif', serialTags: [0x05], ownerTags: [] },
  { id: 'MOT\0', directoryAt: 8, base: 'note', serialTags: [0x5501], ownerTags: [] },
  { id: 'SONY ', directoryAt: 12, base: 'exif', serialTags: [], ownerTags: [] },
  { id: 'Apple iOS\0', directoryAt: 14, base: 'note', order: 'big', serialTags: [], ownerTags: [] },
];
const withoutId: Record<string, Pick<NoteLayout, 'serialTags' | 'ownerTags'>> = {
  canon: { serialTags: [0x0c, 0x96], ownerTags: [0x09] },
  samsung: { serialTags: [0xa002], ownerTags: [] },
};

function entriesOf(exif: Buffer, noteAt: number, layout: NoteLayout): TiffEntry[] {
  const orderMark = exif.toString('latin1', 0, 2);
  const littleEndian = layout.order === undefined ? orderMark === 'II' : layout.order === 'little';
  if (layout.base === 'header') return tiffEntries(exif.subarray(noteAt + 10));
  if (layout.base === 'exif') return directoryEntries(exif, noteAt + layout.directoryAt, littleEndian, 0);
  const note = exif.subarray(noteAt);
  const ownOrder = layout.id === 'OLYMPUS\0' ? note.toString('latin1', 8, 10) === 'II' : littleEndian;
  return directoryEntries(note, layout.directoryAt, ownOrder, 0);
}

/** Serial numbers may be text behind zeros, one number, or digits packed two a byte. */
function serialOf({ type, count, value }: TiffEntry, littleEndian: boolean): string {
  if (type === 4 && count === 1) return String(littleEndian ? value.readUInt32LE(0) : value.readUInt32BE(0));
  const text = printableRuns(value, 3)[0];
  if (text !== undefined || value.every((byte) => byte === 0)) return text ?? '';
  return value.toString('hex').slice(0, 64);
}

const maxWordBytes = 4096;

/** Words in a block that is no text: cameras that know faces keep the names they were taught there. */
function wordsIn({ type, value }: TiffEntry): string {
  if ((type !== 1 && type !== 7) || value.length > maxWordBytes) return '';
  return printableRuns(value, 4)
    .filter((run) => /^\p{L}[\p{L} .'-]{3,}$/u.test(run))
    .join(', ');
}

function itemOf(entry: TiffEntry, layout: NoteLayout, littleEndian: boolean): MetadataItem | null {
  const isSerial = layout.serialTags.includes(entry.tag);
  const isOwner = layout.ownerTags.includes(entry.tag);
  const isText = isOwner || entry.type === 2;
  const value = isSerial ? serialOf(entry, littleEndian) : isText ? tidyText(decodeText(entry.value)) : wordsIn(entry);
  const isBlank = value.length < 3 || /^[0\s]*$/.test(value);
  if (isBlank) return null;
  const name = isSerial ? 'SerialNumber' : isOwner ? 'OwnerName' : `0x${entry.tag.toString(16).padStart(4, '0')}`;
  return { carrier: 'maker notes', tag: name, value };
}

/** The texts, serial numbers and owner's name in the maker notes of one EXIF block; unknown layouts give bare texts. */
export function readMakerNotes(exif: Buffer, make: string): MetadataItem[] {
  const note = tiffEntries(exif).find((entry) => entry.tag === 0x927c)?.value;
  if (note === undefined || note.length < 16) return [];
  const noteAt = note.byteOffset - exif.byteOffset;
  const id = note.toString('latin1', 0, 16);
  const bare = withoutId[make.trim().toLowerCase().split(' ')[0] ?? ''];
  const layout =
    layouts.find((known) => id.startsWith(known.id)) ??
    (bare === undefined ? undefined : { ...bare, id: '', directoryAt: 0, base: 'exif' as const });
  const littleEndian = exif.toString('latin1', 0, 2) === 'II';
  const entries = layout === undefined ? [] : entriesOf(exif, noteAt, layout);
  const items = layout === undefined ? [] : entries.map((entry) => itemOf(entry, layout, littleEndian));
  const found = items.filter((item) => item !== null);
  if (entries.length > 0) return found;
  return printableRuns(note).map((value) => ({ carrier: 'maker notes', tag: 'text', value }));
}

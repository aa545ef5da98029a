import exifr from 'exifr';
import type { MetadataItem } from '../../policy/words/evidence.ts';
import { decodeText, describeBytes } from './readable-text.ts';
import { tiffEntries, type TiffEntry } from './tiff-entries.ts';

/** What an EXIF block says. Values are whole, not yet cut. */
export interface ExifReading {
  readonly items: MetadataItem[];
  readonly gps: { readonly latitude: number; readonly longitude: number } | null;
  readonly hasThumbnail: boolean;
}

type ExifrGroups = Partial<Record<string, Record<string, unknown>>>;

const options = {
  tiff: true,
  ifd0: {},
  ifd1: true,
  exif: true,
  gps: true,
  interop: true,
  userComment: true,
  makerNote: false,
  xmp: false,
  icc: false,
  iptc: false,
  jfif: false,
  mergeOutput: false,
  translateKeys: true,
  translateValues: false,
  reviveValues: false,
  silentErrors: true,
};
const carriers: Record<string, string> = { ifd0: 'exif', exif: 'exif', interop: 'exif', gps: 'gps', ifd1: 'thumbnail' };
/** Blocks of their own inside a TIFF, read elsewhere: XMP, IPTC, Photoshop, ICC, maker notes. */
const blockTags = new Set([700, 33723, 34377, 34675, 0x927c]);

/** UserComment starts with eight bytes that name its character set. */
function decodeUserComment(bytes: Uint8Array): string {
  const [name, content] = [Buffer.from(bytes.subarray(0, 8)).toString('latin1'), Buffer.from(bytes.subarray(8))];
  if (!name.startsWith('UNICODE')) return decodeText(content).trim();
  const firstIsZero = content.length > 1 && content[0] === 0;
  const even = content.subarray(0, content.length - (content.length % 2));
  return (firstIsZero ? even.swap16() : even).toString('utf16le').replaceAll('\0', '').trim();
}

function describeValue(tag: string, value: unknown): string {
  if (typeof value === 'string') return value.replaceAll('\0', ' ').trim();
  if (value instanceof Uint8Array) {
    if (tag.toLowerCase() === 'usercomment') return decodeUserComment(value);
    if (tag.startsWith('XP')) return Buffer.from(value).toString('utf16le').replaceAll('\0', '').trim();
    return value.some((byte) => byte !== 0) ? describeBytes(value) : '';
  }
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.slice(0, 16).map(String).join(', ') : '';
}

function itemsOf(groups: ExifrGroups): MetadataItem[] {
  const items: MetadataItem[] = [];
  for (const [group, carrier] of Object.entries(carriers)) {
    for (const [tag, value] of Object.entries(groups[group] ?? {})) {
      if (carrier === 'gps' && (tag === 'latitude' || tag === 'longitude')) continue;
      const text = describeValue(tag, value);
      if (text !== '') items.push({ carrier, tag, value: text });
    }
  }
  const comment = describeValue('userComment', groups['userComment']);
  if (comment !== '') items.push({ carrier: 'exif', tag: 'UserComment', value: comment });
  return items;
}

function positionOf(groups: ExifrGroups): ExifReading['gps'] {
  const { latitude, longitude } = groups['gps'] ?? {};
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth ? { latitude, longitude } : null;
}

/** Texts that the reader above does not reach: further pages, sub-directories, private tags. */
function otherTexts(entries: readonly TiffEntry[], known: ReadonlySet<string>): MetadataItem[] {
  return entries
    .filter((entry) => entry.type === 2 && !blockTags.has(entry.tag))
    .map(({ directory, tag, value }) => ({
      carrier: 'exif',
      tag: `${directory} 0x${tag.toString(16).padStart(4, '0')}`,
      value: decodeText(value).trim(),
    }))
    .filter(({ value }) => value.length > 2 && !known.has(value));
}

async function readGroups(tiff: Buffer): Promise<ExifrGroups> {
  try {
    return ((await exifr.parse(tiff, options)) ?? {}) as ExifrGroups;
  } catch {
    // Some damage stops the reader altogether; the walk below still finds what is left.
    return { errors: { exifr: true } };
  }
}

/** Reads one EXIF block, a whole TIFF structure. Damage is an item, never an error. */
export async function readExif(tiff: Buffer): Promise<ExifReading> {
  const groups = await readGroups(tiff);
  const items = itemsOf(groups);
  const entries = tiffEntries(tiff);
  items.push(...otherTexts(entries, new Set(items.map((item) => item.value))));
  if (groups['errors'] !== undefined || (items.length === 0 && entries.length === 0)) {
    items.push({ carrier: 'exif', tag: 'unreadable', value: 'Part of this block is damaged and could not be read.' });
  }
  const hasThumbnail = groups['ifd1'] !== undefined && entries.some((entry) => entry.tag === 0x0201);
  return { items, gps: positionOf(groups), hasThumbnail };
}

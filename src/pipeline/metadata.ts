import type { EnclosedKind, ImageKind, MetadataEvidence, MetadataItem } from '../policy/words/evidence.ts';
import type { MetadataBlocks } from './metadata/blocks.ts';
import { gatherFacts } from './metadata/gather-facts.ts';
import { readBlocks } from './metadata/read-blocks.ts';
import { readExif, type ExifReading } from './metadata/read-exif.ts';
import { iccTexts } from './metadata/read-icc.ts';
import { iptcDatasets } from './metadata/read-iptc.ts';
import { readMakerNotes } from './metadata/read-maker-notes.ts';
import { photoshopResources } from './metadata/read-photoshop.ts';
import { xmpItems, xmpProperties, type XmpProperty } from './metadata/read-xmp.ts';
import { lineOfRecord } from './metadata/readable-text.ts';
import { summariseMetadata } from './metadata/summarise-metadata.ts';

const maxItems = 1000;
const iptcResource = 0x0404;
/** What Google's camera keeps inside XMP: the picture before its background was blurred, its depth, a recording. */
const enclosedInXmp: Readonly<Record<string, EnclosedKind>> = {
  'GImage:Data': 'picture',
  'GDepth:Data': 'depth-map',
  'GAudio:Data': 'sound',
};
const thumbnailResources = new Set([0x0409, 0x040c]);

/** Runs one reader; damage becomes an item, because a photo is never thrown away for its metadata. */
function readOrSay(carrier: string, read: () => MetadataItem[]): MetadataItem[] {
  try {
    return read();
  } catch {
    return [{ carrier, tag: 'unreadable', value: 'This block is damaged and could not be read.' }];
  }
}

async function readExifBlocks(blocks: MetadataBlocks): Promise<ExifReading> {
  const readings = await Promise.all(blocks.exif.map(readExif));
  const items = readings.flatMap((reading) => reading.items);
  const make = items.find((item) => item.tag === 'Make')?.value ?? '';
  const notes = blocks.exif.flatMap((exif) => readOrSay('maker notes', () => readMakerNotes(exif, make)));
  return {
    items: [...items, ...notes],
    gps: readings.find((reading) => reading.gps !== null)?.gps ?? null,
    hasThumbnail: readings.some((reading) => reading.hasThumbnail),
  };
}

function iptcItems(record: Buffer): MetadataItem[] {
  return iptcDatasets(record).map(({ name, value }) => ({ carrier: 'iptc', tag: name, value }));
}

function photoshopItems(block: Buffer): MetadataItem[] {
  return photoshopResources(block).flatMap(({ id, content }): MetadataItem[] => {
    if (id === iptcResource) return iptcItems(content);
    const tag = `resource 0x${id.toString(16).padStart(4, '0')}`;
    return [{ carrier: 'photoshop', tag, value: `${content.length} bytes` }];
  });
}

function hasPhotoshopThumbnail(blocks: MetadataBlocks): boolean {
  return blocks.photoshop.some((block) => photoshopResources(block).some(({ id }) => thumbnailResources.has(id)));
}

/** Everything but EXIF: captions and names from Photoshop, IPTC and XMP, colour profile texts. */
function readOtherBlocks(blocks: MetadataBlocks, properties: readonly XmpProperty[]): MetadataItem[] {
  return [
    ...xmpItems(properties),
    ...blocks.iptc.flatMap((record) => readOrSay('iptc', () => iptcItems(record))),
    ...blocks.photoshop.flatMap((block) => readOrSay('photoshop', () => photoshopItems(block))),
    ...blocks.icc.flatMap((profile) =>
      readOrSay('icc', () => iccTexts(profile).map(({ tag, value }) => ({ carrier: 'icc', tag, value }))),
    ),
    ...blocks.items,
  ];
}

/** A position that only XMP holds: '51,30.123N' (XMP specification part 2, GPSCoordinate). */
function xmpPosition(properties: readonly XmpProperty[]): MetadataEvidence['gps'] {
  const degrees = (name: string): number => {
    const text = properties.find((property) => property.name === name)?.value ?? '';
    const parts = /^(\d+),([\d.]+)(?:,([\d.]+))?([NSEW])$/.exec(text);
    if (parts === null) return Number.NaN;
    const value = Number(parts[1]) + Number(parts[2]) / 60 + Number(parts[3] ?? 0) / 3600;
    return 'SW'.includes(parts[4]!) ? -value : value;
  };
  const [latitude, longitude] = [degrees('exif:GPSLatitude'), degrees('exif:GPSLongitude')];
  return Number.isNaN(latitude) || Number.isNaN(longitude) ? null : { latitude, longitude };
}

/**
 * Everything a file says besides its picture, from every block of its container: EXIF with maker notes, XMP with its
 * extended part, IPTC, colour profile, comments, private blocks, bytes behind the end. Damaged blocks become an item
 * with the tag 'unreadable'; this never throws for what a file holds.
 */
export async function readMetadata(bytes: Buffer, kind: ImageKind): Promise<MetadataEvidence> {
  const blocks = readBlocks(bytes, kind);
  const exif = await readExifBlocks(blocks);
  const properties = blocks.xmp.flatMap(xmpProperties);
  const items = [...exif.items, ...readOtherBlocks(blocks, properties)];
  const holdsXmpThumbnail = properties.some(({ name }) => name === 'xmpGImg:image');
  const read = {
    ...gatherFacts(items, blocks.captions, properties),
    gps: exif.gps ?? xmpPosition(properties),
    hasThumbnail: blocks.hasThumbnail || exif.hasThumbnail || holdsXmpThumbnail || hasPhotoshopThumbnail(blocks),
    enclosed: [...blocks.enclosed, ...properties.flatMap(({ name }) => enclosedInXmp[name] ?? [])],
    trailingBytes: blocks.trailingBytes,
    items: items.slice(0, maxItems).map((item) => ({ ...item, value: lineOfRecord(item.value) })),
  };
  return { ...read, summary: summariseMetadata(read) };
}

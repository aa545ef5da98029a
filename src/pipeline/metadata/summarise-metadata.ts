import type { MetadataEvidence } from '../../policy/words/evidence.ts';

const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function countOf(count: number, singular: string, plural: string): string | null {
  if (count === 0) return null;
  return count === 1 ? `one ${singular}` : `${numberWords[count] ?? count} ${plural}`;
}

function joinWords(parts: readonly string[]): string {
  const last = parts.at(-1)!;
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** One plain sentence saying what a file held besides its picture, what matters most first; null when nothing. */
export function summariseMetadata(read: Omit<MetadataEvidence, 'summary'>): string | null {
  const parts = [
    read.gps === null ? null : 'GPS',
    read.serialNumber === null ? null : 'a serial number',
    countOf(read.people.length, 'name', 'names'),
    read.owner === null ? null : 'an owner or author',
    read.copyright === null ? null : 'a copyright notice',
    countOf(read.captions.length, 'caption', 'captions'),
    countOf(read.keywords.length, 'keyword', 'keywords'),
    read.takenAt === null ? null : 'the time it was taken',
    read.cameraMake === null && read.cameraModel === null ? null : 'the camera',
    read.software === null ? null : 'the software',
    read.hasThumbnail ? 'a thumbnail' : null,
    read.trailingBytes === 0 ? null : `${sizeOf(read.trailingBytes)} behind the picture`,
    read.items.some((item) => item.tag === 'unreadable') ? 'a block that could not be read' : null,
  ].filter((part) => part !== null);
  if (parts.length > 0) return `This file held ${joinWords(parts)}.`;
  return read.items.length > 0 ? 'This file held technical details only.' : null;
}

import type { EnclosedKind, MetadataEvidence } from '../../policy/words/evidence.ts';

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

const enclosedWords: Readonly<Record<Exclude<EnclosedKind, 'picture'>, string>> = {
  film: 'a short film (perhaps with sound)',
  sound: 'a sound recording',
  'cut-out': 'cut-outs of who or what is in the picture',
  'depth-map': 'a map of how far away things are',
  'brightness-map': 'a grey second picture for HDR screens',
  editing: 'what undoes changes to the picture',
  credentials: 'a signed account of who made it and how',
};

/** Further pictures are counted; of anything else it is enough that it is there. */
function sayEnclosed(enclosed: readonly EnclosedKind[]): (string | null)[] {
  const pictures = enclosed.filter((kind) => kind === 'picture').length;
  const others = (Object.keys(enclosedWords) as (keyof typeof enclosedWords)[]).filter((kind) =>
    enclosed.includes(kind),
  );
  return [countOf(pictures, 'more picture', 'more pictures'), ...others.map((kind) => enclosedWords[kind])];
}

/** One plain sentence saying what a file held besides its picture, what matters most first; null when nothing. */
export function summariseMetadata(read: Omit<MetadataEvidence, 'summary'>): string | null {
  const told = [
    read.gps === null ? null : 'where it was taken (GPS)',
    read.serialNumber === null ? null : 'the camera’s serial number',
    read.owner === null ? null : 'whose it is or who took it',
    read.takenAt === null ? null : 'when it was taken',
    read.cameraMake === null && read.cameraModel === null ? null : 'which camera took it',
    read.software === null ? null : 'which program wrote it',
  ].filter((part) => part !== null);
  const held = [
    countOf(read.people.length, 'name', 'names'),
    read.copyright === null ? null : 'a copyright notice',
    countOf(read.captions.length, 'caption', 'captions'),
    countOf(read.keywords.length, 'keyword', 'keywords'),
    ...sayEnclosed(read.enclosed ?? []),
    read.hasThumbnail ? 'a thumbnail' : null,
    read.trailingBytes === 0 ? null : `${sizeOf(read.trailingBytes)} behind the picture`,
    read.items.some((item) => item.tag === 'unreadable') ? 'a block that could not be read' : null,
  ].filter((part) => part !== null);
  const clauses = [
    ...(told.length === 0 ? [] : [`said ${joinWords(told)}`]),
    ...(held.length === 0 ? [] : [`held ${joinWords(held)}`]),
  ];
  if (clauses.length > 0) return `This file ${clauses.join('; it ')}.`;
  return read.items.length > 0 ? 'This file held technical details only.' : null;
}

import type { MetadataEvidence, MetadataItem } from '../../policy/words/evidence.ts';
import { tidyText } from './readable-text.ts';
import type { XmpProperty } from './read-xmp.ts';

type Facts = Pick<
  MetadataEvidence,
  | 'takenAt'
  | 'cameraMake'
  | 'cameraModel'
  | 'serialNumber'
  | 'owner'
  | 'copyright'
  | 'software'
  | 'captions'
  | 'keywords'
  | 'people'
>;

/** Where each fact may stand, as 'carrier tag', the most reliable first. */
const sources = {
  takenAt: [
    'exif DateTimeOriginal',
    'exif CreateDate',
    'exif DateTimeDigitized',
    'xmp exif:DateTimeOriginal',
    'xmp photoshop:DateCreated',
    'xmp xmp:CreateDate',
    'exif ModifyDate',
    'iptc DateCreated',
    'png date:create',
    'png tIME',
    'gps GPSDateStamp',
  ],
  cameraMake: ['exif Make', 'xmp tiff:Make'],
  cameraModel: ['exif Model', 'xmp tiff:Model'],
  serialNumber: [
    'exif SerialNumber',
    'exif BodySerialNumber',
    'exif CameraSerialNumber',
    'xmp exifEX:BodySerialNumber',
    'xmp aux:SerialNumber',
    'xmp MicrosoftPhoto:CameraSerialNumber',
    'maker notes SerialNumber',
    'app12 SerialNumber',
    'app12 Serial#',
    'exif LensSerialNumber',
    'xmp exifEX:LensSerialNumber',
    'xmp aux:LensSerialNumber',
  ],
  owner: [
    'exif OwnerName',
    'exif CameraOwnerName',
    'xmp exifEX:CameraOwnerName',
    'xmp aux:OwnerName',
    'maker notes OwnerName',
    'exif Artist',
    'exif XPAuthor',
    'iptc By-line',
    'xmp dc:creator',
    'xmp tiff:Artist',
    'xmp pdf:Author',
    'png Author',
    'xmp xmpRights:Owner',
    'iptc Contact',
  ],
  copyright: ['exif Copyright', 'iptc CopyrightNotice', 'xmp dc:rights', 'xmp tiff:Copyright', 'png Copyright'],
  software: ['exif Software', 'xmp xmp:CreatorTool', 'xmp tiff:Software', 'png Software', 'iptc OriginatingProgram'],
} as const;

const captionSources = new Set(
  [
    ['exif', 'ImageDescription UserComment XPTitle XPSubject XPComment'],
    ['iptc', 'Caption Headline ObjectName SpecialInstructions'],
    ['xmp', 'dc:description dc:title photoshop:Headline exif:UserComment tiff:ImageDescription acdsee:caption'],
    ['xmp', 'acdsee:notes Iptc4xmpCore:AltTextAccessibility Iptc4xmpCore:ExtDescrAccessibility photoshop:Instructions'],
  ].flatMap(([carrier, tags]) => tags!.split(' ').map((tag) => `${carrier!} ${tag}`)),
);
const keywordSources = new Set([
  'exif XPKeywords',
  'iptc Keywords',
  'iptc SupplementalCategories',
  'xmp dc:subject',
  'xmp lr:hierarchicalSubject',
  'xmp lr:weightedFlatSubject',
  'xmp digiKam:TagsList',
  'xmp MicrosoftPhoto:LastKeywordXMP',
  'xmp acdsee:keywords',
]);
const peopleProperties = new Set([
  'mwg-rs:Name',
  'MPReg:PersonDisplayName',
  'Iptc4xmpExt:PersonInImage',
  'Iptc4xmpExt:PersonName',
  'acdsee-rs:Name',
]);

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => tidyText(text)).filter((text) => text !== ''))];
}

/** '2003:12:04 06:46:52' and its relatives as ISO text without zone; null where there is no date in it. */
function toIsoTime(text: string): string | null {
  const parts = /^(\d{4})[:\-/]?(\d{2})[:\-/]?(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(text);
  if (parts === null || parts[1] === '0000') return null;
  const [, year, month, day, hour, minute, second = '00'] = parts;
  const date = `${year!}-${month!}-${day!}`;
  return hour === undefined ? date : `${date}T${hour}:${minute!}:${second}`;
}

/** Keywords that file a person: 'People/Mary Jones' in digiKam, 'People|Mary Jones' in Lightroom. */
function peopleInKeywords(keywords: readonly string[]): string[] {
  return keywords.flatMap((keyword) => {
    const [group, ...names] = keyword.split(/[/|]/);
    return /^(people|persons?|faces?)$/i.test(group!.trim()) ? names.slice(-1) : [];
  });
}

/** The facts people care about, picked out of everything read. Values are tidied and cut. */
export function gatherFacts(
  items: readonly MetadataItem[],
  comments: readonly string[],
  properties: readonly XmpProperty[],
): Facts {
  const byPlace = new Map<string, string[]>();
  for (const { carrier, tag, value } of items) {
    const place = `${carrier} ${tag}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), value]);
  }
  const first = (places: readonly string[]): string | null =>
    distinct(places.flatMap((place) => byPlace.get(place) ?? []))[0] ?? null;
  const all = (places: ReadonlySet<string>): string[] =>
    [...byPlace].flatMap(([place, values]) => (places.has(place) ? values : []));

  const keywords = distinct(all(keywordSources).flatMap((text) => text.split(';')));
  const namedPeople = properties.filter(({ name }) => peopleProperties.has(name)).map(({ value }) => value);
  const times = sources.takenAt.flatMap((place) => byPlace.get(place) ?? []).map(toIsoTime);
  return {
    takenAt: times.find((time) => time !== null) ?? null,
    cameraMake: first(sources.cameraMake),
    cameraModel: first(sources.cameraModel),
    serialNumber: first(sources.serialNumber),
    owner: first(sources.owner),
    copyright: first(sources.copyright),
    software: first(sources.software),
    captions: distinct([...all(captionSources), ...comments]),
    keywords,
    people: distinct([...namedPeople, ...peopleInKeywords(keywords)]),
  };
}

import type { MetadataEvidence } from '../../src/policy/words/evidence.ts';
import type { ToolTags } from './exiftool.ts';

/** One kind of fact a person would care about: where exiftool finds it, and whether our own reading has it. */
export interface FactKind {
  readonly name: string;
  readonly tag: RegExp;
  isReported(read: MetadataEvidence): boolean;
}

export const factKinds: readonly FactKind[] = [
  { name: 'position', tag: /^(GPS|XMP-exif|Composite):GPSLatitude$/, isReported: (read) => read.gps !== null },
  {
    name: 'serial number',
    tag: /:(Internal|Camera|Body)?SerialNumber$/,
    isReported: (read) => read.serialNumber !== null,
  },
  {
    name: 'names of people',
    tag: /:(RegionName|PersonInImage|PersonInImageName|RegionPersonDisplayName|ACDSeeRegionName)$/,
    isReported: (read) => read.people.length > 0,
  },
  {
    name: 'owner or author',
    tag: /:(OwnerName|CameraOwnerName|Artist|XPAuthor|By-line|Author)$|^XMP-dc:Creator$/,
    isReported: (read) => read.owner !== null,
  },
  {
    name: 'copyright',
    tag: /^(IFD0:Copyright|IPTC:CopyrightNotice|XMP-dc:Rights|PNG:Copyright)$/,
    isReported: (read) => read.copyright !== null,
  },
  {
    name: 'time taken',
    tag: /^(ExifIFD|XMP-exif|XMP-photoshop):(DateTimeOriginal|CreateDate|DateCreated)$/,
    isReported: (read) => read.takenAt !== null,
  },
  { name: 'camera make', tag: /^IFD0:Make$/, isReported: (read) => read.cameraMake !== null },
  { name: 'camera model', tag: /^IFD0:Model$/, isReported: (read) => read.cameraModel !== null },
  {
    name: 'caption',
    tag: /^(IFD0:ImageDescription|ExifIFD:UserComment|IPTC:(Caption-Abstract|Headline|ObjectName)|XMP-dc:(Description|Title)|File:Comment|GIF:Comment|PNG:(Comment|Description|Title)|IFD0:XP(Title|Comment|Subject))$/,
    isReported: (read) => read.captions.length > 0,
  },
  {
    name: 'keyword',
    tag: /^(IPTC:Keywords|XMP-dc:Subject|IFD0:XPKeywords)$/,
    isReported: (read) => read.keywords.length > 0,
  },
  {
    name: 'software',
    tag: /^(IFD0:Software|XMP-xmp:CreatorTool|PNG:Software)$/,
    isReported: (read) => read.software !== null,
  },
  {
    name: 'thumbnail',
    tag: /^(IFD1:ThumbnailImage|JFIF:ThumbnailImage|JFXX:ThumbnailImage|Photoshop:PhotoshopThumbnail)$/,
    isReported: (read) => read.hasThumbnail,
  },
];

/** Values that say nothing, though the tag is there. */
const blank = /^[\s0.:\-/]*$|^undef|^\(?none\)?$|^unknown/i;

/** Whether exiftool found a fact of this kind with a value in it. */
export function isInFile(kind: FactKind, tags: ToolTags): boolean {
  return [...tags].some(([tag, value]) => kind.tag.test(tag) && !blank.test(value));
}

import { imageOf, quarters } from './images.ts';
import { exifBlock } from './planted-exif.ts';

/** How the record must mention it: the token itself, that something is there, or not at all. */
export type PlantedRecord = 'names it' | 'says it is there' | 'cannot know';

type Plant = (token: string) => Buffer | Promise<Buffer>;
/** A place, a picture with the token planted there, and what the record must say. */
export type Row = readonly [place: string, plant: Plant, record?: PlantedRecord];

/** For places whose content is a picture or film: the record says only that it is there. */
export const seen: PlantedRecord = 'says it is there';

function segment(marker: number, ...contents: (string | Buffer)[]): Buffer {
  const content = Buffer.concat(
    contents.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  );
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

const plainJpeg = await imageOf(quarters()).jpeg({ quality: 90 }).toBuffer();
const withSegments = (...segments: Buffer[]): Buffer =>
  Buffer.concat([plainJpeg.subarray(0, 2), ...segments, plainJpeg.subarray(2)]);
const withExif = (plan: Parameters<typeof exifBlock>[0]): Buffer =>
  withSegments(segment(0xe1, 'Exif\0\0', exifBlock(plan)));
/** An XMP packet around some properties. */
export const xmpPacket = (inner: string): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
  `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
  `xmlns:mwg="http://www.metadataworkinggroup.com/schemas/regions/" xmlns:stA="http://ns.microsoft.com/photo/1.2/t/Region#" ` +
  `xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:acd="http://ns.acdsee.com/regions/">` +
  `${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`;
const withXmp = (inner: string): Buffer =>
  withSegments(segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', xmpPacket(inner)));

function extendedXmp(token: string): Buffer {
  const packet = Buffer.from(xmpPacket(`<dc:subject><rdf:Bag><rdf:li>${token}</rdf:li></rdf:Bag></dc:subject>`));
  const cut = Math.floor(packet.indexOf(token) + token.length / 2);
  const numbers = (offset: number): Buffer => {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt32BE(packet.length, 0);
    bytes.writeUInt32BE(offset, 4);
    return bytes;
  };
  const part = (from: number, to: number): Buffer =>
    segment(0xe1, 'http://ns.adobe.com/xmp/extension/\0', 'A'.repeat(32), numbers(from), packet.subarray(from, to));
  // The pieces may come in any order.
  return withSegments(part(cut, packet.length), part(0, cut));
}

function iptcResource(token: string): Buffer {
  const dataset = Buffer.concat([Buffer.from([0x1c, 2, 120, 0, token.length]), Buffer.from(token)]);
  const head = Buffer.from('3842494d04040000', 'hex');
  const size = Buffer.alloc(4);
  size.writeUInt32BE(dataset.length);
  return Buffer.concat([Buffer.from('Photoshop 3.0\0'), head, size, dataset]);
}

/** A smallest colour profile with one text in it; no engine can convert with it. */
function profileWith(token: string): Buffer {
  const profile = Buffer.alloc(144 + 8 + token.length + 1);
  profile.writeUInt32BE(profile.length, 0);
  profile.write('acsp', 36);
  profile.writeUInt32BE(1, 128);
  profile.write('cprt', 132);
  profile.writeUInt32BE(144, 136);
  profile.writeUInt32BE(profile.length - 144, 140);
  profile.write('text', 144);
  profile.write(token, 152);
  return profile;
}

/** Every place in a JPEG. */
export const jpegRows: Row[] = [
  ['EXIF artist', (token) => withExif({ ifd0: { 0x013b: { text: token } } })],
  ['EXIF description', (token) => withExif({ ifd0: { 0x010e: { text: token } } })],
  [
    'EXIF author as Windows writes it',
    (token) => withExif({ ifd0: { 0x9c9d: { bytes: Buffer.from(`${token}\0`, 'utf16le') } } }),
  ],
  ['EXIF body serial number', (token) => withExif({ exif: { 0xa431: { text: token } } })],
  ['EXIF camera owner', (token) => withExif({ exif: { 0xa430: { text: token } } })],
  ['EXIF user comment', (token) => withExif({ exif: { 0x9286: { bytes: Buffer.from(`ASCII\0\0\0${token}`) } } })],
  ['EXIF unique id', (token) => withExif({ exif: { 0xa420: { text: token } } })],
  [
    'maker notes of an unknown maker',
    (token) => withExif({ exif: { 0x927c: { bytes: Buffer.from(`UNKNOWN\x01\x02${token}\0\0\0`) } } }),
  ],
  ['private EXIF tag', (token) => withExif({ ifd0: { 0xfde8: { text: token } } })],
  ['GPS place name', (token) => withExif({ gps: { 0x001c: { bytes: Buffer.from(`ASCII\0\0\0${token}`) } } })],
  [
    'EXIF thumbnail',
    (token) =>
      withExif({ thumbnail: Buffer.concat([plainJpeg.subarray(0, -2), Buffer.from(token), plainJpeg.subarray(-2)]) }),
    seen,
  ],
  [
    'XMP description',
    (token) =>
      withXmp(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${token}</rdf:li></rdf:Alt></dc:description>`),
  ],
  [
    'XMP face region (MWG)',
    (token) =>
      withXmp(
        `<mwg:Regions rdf:parseType="Resource"><mwg:RegionList><rdf:Bag><rdf:li><rdf:Description mwg:Name="${token}" mwg:Type="Face"/></rdf:li></rdf:Bag></mwg:RegionList></mwg:Regions>`,
      ),
  ],
  ['XMP face region (Microsoft)', (token) => withXmp(`<stA:PersonDisplayName>${token}</stA:PersonDisplayName>`)],
  [
    'XMP face region (ACDSee)',
    (token) =>
      withXmp(
        `<acd:Regions><acd:RegionList><rdf:Bag><rdf:li acd:Name="${token}"/></rdf:Bag></acd:RegionList></acd:Regions>`,
      ),
  ],
  [
    'XMP person in image',
    (token) =>
      withXmp(`<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>${token}</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>`),
  ],
  ['extended XMP', extendedXmp],
  ['IPTC caption', (token) => withSegments(segment(0xed, iptcResource(token)))],
  ['colour profile text', (token) => withSegments(segment(0xe2, 'ICC_PROFILE\0\x01\x01', profileWith(token)))],
  ['comment', (token) => withSegments(segment(0xfe, token))],
  ['JFXX thumbnail', (token) => withSegments(segment(0xe0, 'JFXX\0\x10', token)), seen],
  ...Array.from({ length: 12 }, (_, i): Row => [
    `segment APP${i + 4}`,
    (token) => withSegments(segment(0xe4 + i, `PRIV\0${token}`)),
  ]),
  ['content credentials (APP11)', (token) => withSegments(segment(0xeb, 'JP\0\x01\0\0\0\x01', `jumbc2pa ${token}`))],
  [
    'second picture behind the end (MPF)',
    (token) => Buffer.concat([withSegments(segment(0xe2, 'MPF\0II*\0')), plainJpeg, Buffer.from(token)]),
    seen,
  ],
  [
    'motion photo film',
    (token) => Buffer.concat([plainJpeg, Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom'), Buffer.from(token)]),
    seen,
  ],
];

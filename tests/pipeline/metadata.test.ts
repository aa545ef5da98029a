import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/pipeline/metadata.ts';
import { xmpProperties } from '../../src/pipeline/metadata/read-xmp.ts';
import type { MetadataEvidence } from '../../src/policy/words/evidence.ts';
import { demoPhoto, imageOf, quarters } from '../support/images.ts';
import { exifBlock, type ExifPlan } from '../support/planted-exif.ts';
import { xmpPacket } from '../support/planted-jpeg.ts';

const plain = await imageOf(quarters()).jpeg().toBuffer();

function withSegment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([plain.subarray(0, 2), head, content, plain.subarray(2)]);
}
const withExif = (plan: ExifPlan): Buffer =>
  withSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exifBlock(plan)]));
const withXmp = (inner: string): Buffer =>
  withSegment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmpPacket(inner)}`));

const dms = (degrees: number, minutes: number, seconds: number) => ({ rationals: [degrees, minutes, seconds] });

describe('a photo from a camera', () => {
  const plan: ExifPlan = {
    ifd0: {
      0x010f: { text: 'Canon' },
      0x0110: { text: 'EOS R6' },
      0x0131: { text: 'Firmware 1.2' },
      0x8298: { text: '© Oak School' },
    },
    exif: { 0x9003: { text: '2026:05:12 10:31:07' }, 0xa430: { text: 'M. Hill' }, 0xa431: { text: '0123456' } },
    gps: { 1: { text: 'N' }, 2: dms(51, 30, 36), 3: { text: 'W' }, 4: dms(0, 7, 30) },
    thumbnail: plain,
  };

  it('gives every fact by its name', async () => {
    const read = await readMetadata(withExif(plan), 'jpeg');
    expect(read).toMatchObject({
      takenAt: '2026-05-12T10:31:07',
      cameraMake: 'Canon',
      cameraModel: 'EOS R6',
      serialNumber: '0123456',
      owner: 'M. Hill',
      copyright: '© Oak School',
      software: 'Firmware 1.2',
      hasThumbnail: true,
      trailingBytes: 0,
      captions: [],
      people: [],
    } satisfies Partial<MetadataEvidence>);
    expect(read.gps?.latitude).toBeCloseTo(51.51, 5);
    expect(read.gps?.longitude).toBeCloseTo(-0.125, 5);
    expect(read.summary).toBe(
      'This file said where it was taken (GPS), the camera’s serial number, whose it is or who took it, when it was taken, which camera took it and which program wrote it; it held a copyright notice and a thumbnail.',
    );
  });

  it('says the same for PNG, WebP and AVIF', async () => {
    const exif = {
      IFD0: { Artist: 'M. Hill' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 36/1', GPSLongitudeRef: 'E', GPSLongitude: '1/1 0/1 0/1' },
    };
    for (const kind of ['png', 'webp', 'avif'] as const) {
      const image = imageOf(quarters()).withExif(exif);
      const bytes = await (kind === 'avif' ? image.avif({ effort: 0 }) : image.toFormat(kind)).toBuffer();
      const read = await readMetadata(bytes, kind);
      expect([kind, read.owner, read.gps?.latitude.toFixed(2)]).toEqual([kind, 'M. Hill', '51.51']);
      expect(read.summary).toContain('This file said where it was taken (GPS) and whose it is or who took it');
    }
  });
});

describe('serial numbers that stand elsewhere', () => {
  it('are found in maker notes and in the text of old cameras', async () => {
    // Canon's notes: one directory, offsets from the EXIF block's start; its serial number is a long.
    const note = Buffer.from('01000c000400010000004ed2610021000000000000', 'hex');
    const canon = withExif({ ifd0: { 0x010f: { text: 'Canon' } }, exif: { 0x927c: { bytes: note } } });
    expect((await readMetadata(canon, 'jpeg')).serialNumber).toBe(String(0x0061d24e));
    const old = withSegment(0xec, Buffer.from('OLD MAKER\0[picture info]\r\nFlash=1\r\nSerial#=#00012345\r\n'));
    expect((await readMetadata(old, 'jpeg')).serialNumber).toBe('#00012345');
  });
});

describe('names of people', () => {
  it('come from regions, lists and keywords, each once', async () => {
    const read = await readMetadata(
      withXmp(
        `<mwg:Regions><mwg:RegionList><rdf:Bag><rdf:li><rdf:Description><mwg:Name>Mary &amp; Ann</mwg:Name></rdf:Description></rdf:li>` +
          `<rdf:li mwg:Name="Tom Bell"/></rdf:Bag></mwg:RegionList></mwg:Regions>` +
          `<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Tom Bell</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>` +
          `<dk:TagsList xmlns:dk="http://www.digikam.org/ns/1.0/"><rdf:Seq><rdf:li>People/Zo&#235; Ash</rdf:li><rdf:li>Places/Hall</rdf:li></rdf:Seq></dk:TagsList>`,
      ),
      'jpeg',
    );
    expect(read.people).toEqual(['Mary & Ann', 'Tom Bell', 'Zoë Ash']);
    expect(read.summary).toBe('This file held three names and two keywords.');
  });

  it('are found whatever prefix a file uses for their namespace', () => {
    const xml = `<rdf:RDF xmlns:a="http://www.metadataworkinggroup.com/schemas/regions/"><a:Name>Tom</a:Name></rdf:RDF>`;
    expect(xmpProperties(xml)).toEqual([{ name: 'mwg-rs:Name', within: [], value: 'Tom' }]);
  });
});

describe('a position that only XMP holds', () => {
  it('counts as GPS', async () => {
    const inner = `<e:GPSLatitude xmlns:e="http://ns.adobe.com/exif/1.0/">51,30.6N</e:GPSLatitude><e:GPSLongitude>0,7.5W</e:GPSLongitude>`;
    const { gps } = await readMetadata(withXmp(inner), 'jpeg');
    expect(gps).toEqual({ latitude: 51.51, longitude: -0.125 });
  });
});

describe('little or nothing', () => {
  it('has no summary', async () => {
    expect(await readMetadata(plain, 'jpeg')).toMatchObject({ summary: null, items: [], gps: null });
  });

  it('counts bytes behind the end', async () => {
    const read = await readMetadata(Buffer.concat([plain, Buffer.alloc(1234)]), 'jpeg');
    expect(read).toMatchObject({ trailingBytes: 1234, summary: 'This file held 1 kB behind the picture.' });
  });

  it('finds the end of a photo with thousands of restarts and stuffed bytes', async () => {
    const demo = demoPhoto(1);
    expect((await readMetadata(demo, 'jpeg')).trailingBytes).toBe(0);
    expect((await readMetadata(Buffer.concat([demo, Buffer.from('x')]), 'jpeg')).trailingBytes).toBe(1);
  });
});

describe('damaged metadata', () => {
  it.each<[string, Buffer]>([
    ['an EXIF block of noise', withSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), Buffer.alloc(90, 0xa7)]))],
    [
      'an EXIF block cut short',
      withSegment(
        0xe1,
        Buffer.concat([Buffer.from('Exif\0\0'), exifBlock({ exif: { 0xa431: { text: '0123456' } } }).subarray(0, 12)]),
      ),
    ],
    [
      'a profile whose table points outside',
      withSegment(
        0xe2,
        Buffer.concat([
          Buffer.from('ICC_PROFILE\0\x01\x01'),
          Buffer.alloc(128),
          Buffer.from('00000001646573630000008400000008', 'hex'),
          Buffer.from('desc\0\0\0\0'),
        ]),
      ),
    ],
  ])('%s is mentioned and harms nothing', async (_, bytes) => {
    const read = await readMetadata(bytes, 'jpeg');
    expect(read.summary === null ? read.items : read.summary).not.toBeNull();
    expect(read.gps).toBeNull();
  });

  it('is said to be unreadable in the record', async () => {
    const bytes = withSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), Buffer.alloc(90, 0xa7)]));
    const read = await readMetadata(bytes, 'jpeg');
    expect(read.items.map((item) => item.tag)).toContain('unreadable');
    expect(read.summary).toBe('This file held a block that could not be read.');
  });

  it('ends where directories point at each other', async () => {
    const block = exifBlock({ ifd0: { 0x013b: { text: 'M. Hill' } } });
    block.writeUInt32LE(8, 10 + block.readUInt16LE(8) * 12);
    const bytes = withSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), block]));
    expect((await readMetadata(bytes, 'jpeg')).owner).toBe('M. Hill');
  });
});

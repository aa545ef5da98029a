import type { EnclosedKind, MetadataItem } from '../../policy/words/evidence.ts';

/** What a file carries besides its picture, cut out of its container but not yet read. Filled by one walker a format. */
export interface MetadataBlocks {
  /** EXIF, each a whole TIFF structure. */
  readonly exif: Buffer[];
  /** XMP packets, extended parts joined. */
  readonly xmp: string[];
  /** Photoshop image resources (they hold IPTC). */
  readonly photoshop: Buffer[];
  /** Bare IPTC records, as TIFF keeps them. */
  readonly iptc: Buffer[];
  readonly icc: Buffer[];
  /** Comments and text chunks, and a line for every other block found. */
  readonly items: MetadataItem[];
  /** Free text somebody may have written: comments, titles. */
  readonly captions: string[];
  /** Pictures, films and other things of their own that the file holds beside its picture. */
  readonly enclosed: EnclosedKind[];
  hasThumbnail: boolean;
  trailingBytes: number;
}

/** Blocks of a file in which nothing was found yet. */
export function emptyBlocks(): MetadataBlocks {
  return {
    exif: [],
    xmp: [],
    photoshop: [],
    iptc: [],
    icc: [],
    items: [],
    captions: [],
    enclosed: [],
    hasThumbnail: false,
    trailingBytes: 0,
  };
}

/** Adds to the blocks of a file those of a further picture in it. */
export function addBlocks(to: MetadataBlocks, from: MetadataBlocks): void {
  to.exif.push(...from.exif);
  to.xmp.push(...from.xmp);
  to.photoshop.push(...from.photoshop);
  to.iptc.push(...from.iptc);
  to.icc.push(...from.icc);
  to.items.push(...from.items);
  to.captions.push(...from.captions);
  to.enclosed.push(...from.enclosed);
  to.hasThumbnail ||= from.hasThumbnail;
}

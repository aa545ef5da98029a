import type { MetadataItem } from '../../policy/words/evidence.ts';

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
    hasThumbnail: false,
    trailingBytes: 0,
  };
}

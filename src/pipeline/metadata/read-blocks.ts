import type { ImageKind } from '../../policy/words/evidence.ts';
import { emptyBlocks, type MetadataBlocks } from './blocks.ts';
import { gifBlocks } from './gif-blocks.ts';
import { heifBlocks } from './heif-blocks.ts';
import { jpegBlocks } from './jpeg-blocks.ts';
import { pngBlocks } from './png-blocks.ts';
import { tiffEntries } from './tiff-entries.ts';
import { webpBlocks } from './webp-blocks.ts';

/** A TIFF is one EXIF block; other blocks hang on tags of their own. */
function tiffBlocks(bytes: Buffer): MetadataBlocks {
  const blocks = emptyBlocks();
  blocks.exif.push(bytes);
  for (const { tag, value } of tiffEntries(bytes)) {
    if (tag === 700) blocks.xmp.push(value.toString('utf8'));
    else if (tag === 33723) blocks.iptc.push(value);
    else if (tag === 34377) blocks.photoshop.push(value);
    else if (tag === 34675) blocks.icc.push(value);
  }
  return blocks;
}

const walkers: Record<ImageKind, (bytes: Buffer) => MetadataBlocks> = {
  jpeg: jpegBlocks,
  png: pngBlocks,
  webp: webpBlocks,
  gif: gifBlocks,
  heic: heifBlocks,
  avif: heifBlocks,
  tiff: tiffBlocks,
};

/** Cuts everything but the picture out of a file; a container too damaged to walk gives one item saying so. */
export function readBlocks(bytes: Buffer, kind: ImageKind): MetadataBlocks {
  try {
    return walkers[kind](bytes);
  } catch {
    const blocks = emptyBlocks();
    const value = 'The file is damaged and what it holds besides the picture could not be listed.';
    blocks.items.push({ carrier: 'file', tag: 'unreadable', value });
    return blocks;
  }
}

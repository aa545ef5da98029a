import { heifBoxes, type HeifBox } from '../decode/heif-boxes.ts';
import { emptyBlocks, type MetadataBlocks } from './blocks.ts';
import { heifItems } from './heif-items.ts';
import { holdsFilm } from './holds-film.ts';
import { kindOfAuxiliary } from './kind-of-picture.ts';
import { describeBytes } from './readable-text.ts';
import { readSamsungTrailer } from './samsung-trailer.ts';

/** The box that holds content credentials (C2PA 2.1, A.5). */
const credentialsBox = 'd8fec3d61b0e483c92975828877ec481';
const plainBoxes = new Set(['ftyp', 'meta', 'mdat', 'idat', 'free', 'skip', 'moov', 'moof', 'mfra', 'mini']);
const pictureItems = new Set(['hvc1', 'av01', 'grid', 'iden', 'iovl', 'avc1', 'jpeg', 'unci', 'tmap', 'lhv1', 'vvc1']);

/** An Exif item starts with the offset of the TIFF header behind these four bytes. */
function tiffOf(content: Buffer): Buffer {
  return content.length < 8 ? content : content.subarray(Math.min(content.length, 4 + content.readUInt32BE(0)));
}

function readItems(bytes: Buffer, boxes: readonly HeifBox[], blocks: MetadataBlocks): void {
  for (const { type, name, contentType, content } of heifItems(bytes, boxes)) {
    if (type === 'Exif') blocks.exif.push(tiffOf(content));
    else if (contentType.includes('rdf+xml') || content.toString('latin1', 0, 300).includes('x:xmpmeta')) {
      blocks.xmp.push(content.toString('utf8'));
    } else if (!pictureItems.has(type)) {
      const tag = [type, contentType, name].filter((part) => part.trim() !== '').join(' ');
      blocks.items.push({ carrier: 'heif', tag, value: describeBytes(content) });
    }
    if (type === 'tmap') blocks.enclosed.push('brightness-map');
    if (name !== '' && pictureItems.has(type)) blocks.items.push({ carrier: 'heif', tag: 'item name', value: name });
  }
}

/** Film boxes that only structure a track; the text ones around them are what people wrote. */
function readOtherBox(bytes: Buffer, box: HeifBox, blocks: MetadataBlocks): void {
  const content = bytes.subarray(box.payload, box.end);
  if (box.type === 'colr') {
    if (['prof', 'rICC'].includes(content.toString('latin1', 0, 4))) blocks.icc.push(content.subarray(4));
  } else if (box.type === 'uuid' || box.type === 'udes' || box.type === 'udta') {
    if (content.toString('hex', 0, 16) === credentialsBox) blocks.enclosed.push('credentials');
    blocks.items.push({ carrier: 'heif', tag: box.type, value: describeBytes(content) });
  } else if (box.type === 'auxC') {
    const kind = kindOfAuxiliary(content.toString('latin1'));
    if (kind !== null) blocks.enclosed.push(kind);
    blocks.items.push({ carrier: 'heif', tag: 'auxiliary picture', value: describeBytes(content) });
  }
}

/** Top-level boxes that are no part of a still picture: motion photos (`mpvd`), maker's trailers (`sefd`). */
function readTopLevel(bytes: Buffer, boxes: readonly HeifBox[], blocks: MetadataBlocks): void {
  let end = 0;
  for (const box of boxes) {
    if (box.start !== end) continue;
    end = box.end;
    if (plainBoxes.has(box.type) || box.type === 'uuid') continue;
    blocks.trailingBytes += box.end - box.start;
    const content = bytes.subarray(box.payload, box.end);
    if (box.type === 'mpvd' || holdsFilm(content)) blocks.enclosed.push('film');
    if (box.type === 'sefd') readSamsungTrailer(content, blocks);
    blocks.items.push({ carrier: 'heif', tag: box.type, value: describeBytes(content) });
  }
  blocks.trailingBytes += bytes.length - end;
}

/** Everything in a HEIC, HEIF or AVIF file besides its picture (ISO/IEC 23008-12). */
export function heifBlocks(bytes: Buffer): MetadataBlocks {
  const blocks = emptyBlocks();
  const boxes = heifBoxes(bytes);
  readItems(bytes, boxes, blocks);
  for (const box of boxes) readOtherBox(bytes, box, blocks);
  readTopLevel(bytes, boxes, blocks);
  const references = boxes.find((box) => box.type === 'iref');
  if (references !== undefined) {
    blocks.hasThumbnail = bytes.subarray(references.payload, references.end).includes('thmb', 0, 'latin1');
  }
  return blocks;
}

import { addBlocks, type MetadataBlocks } from './blocks.ts';
import { holdsFilm } from './holds-film.ts';
import { kindOfPicture } from './kind-of-picture.ts';
import { listedPictures, type ListedPicture } from './listed-pictures.ts';
import { readSamsungTrailer } from './samsung-trailer.ts';
import { walkJpeg, type WalkedJpeg } from './walk-jpeg.ts';

/** More than any camera writes; a hostile file must not keep us walking. */
const maxPictures = 16;
const startOfJpeg = Buffer.from([0xff, 0xd8, 0xff]);

const startsAt = (bytes: Buffer, at: number): boolean => bytes.subarray(at, at + 3).equals(startOfJpeg);

/** Offset of the picture that stands next behind `end`, with nothing but filling zeros between; -1 where none does. */
function nextPicture(bytes: Buffer, end: number): number {
  let at = end;
  while (bytes[at] === 0) at++;
  return startsAt(bytes, at) ? at : -1;
}

interface FurtherPicture {
  readonly kind: ListedPicture['kind'];
  readonly walked: WalkedJpeg;
}

/** Pictures behind the first one: those its list names, and those that simply stand there. */
function furtherPictures(bytes: Buffer, { end, pictureIndex }: WalkedJpeg): FurtherPicture[] {
  const listed = pictureIndex === null ? [] : listedPictures(pictureIndex, pictureIndex.byteOffset - bytes.byteOffset);
  const named = new Map(
    listed.filter(({ at }) => at >= end && startsAt(bytes, at)).map(({ at, kind }) => [at, kind] as const),
  );
  const found = new Map<number, FurtherPicture>();
  for (const [at, kind] of [...named].slice(0, maxPictures)) {
    found.set(at, { kind, walked: walkJpeg(bytes.subarray(at)) });
  }
  for (let at = nextPicture(bytes, end); at >= 0 && found.size < maxPictures;) {
    const picture = found.get(at) ?? { kind: null, walked: walkJpeg(bytes.subarray(at)) };
    found.set(at, picture);
    at = nextPicture(bytes, at + picture.walked.end);
  }
  return [...found.values()];
}

/** Everything in a JPEG file besides its first picture, also what further pictures, films and trailers behind it hold. */
export function jpegBlocks(bytes: Buffer): MetadataBlocks {
  const first = walkJpeg(bytes);
  const { blocks } = first;
  for (const { kind, walked } of furtherPictures(bytes, first)) {
    const { blocks: own } = walked;
    const is = kindOfPicture(own, kind);
    if (is === 'preview') blocks.hasThumbnail = true;
    else blocks.enclosed.push(is);
    addBlocks(blocks, own);
  }
  blocks.trailingBytes = bytes.length - first.end;
  const behind = bytes.subarray(first.end);
  if (holdsFilm(behind)) blocks.enclosed.push('film');
  readSamsungTrailer(behind, blocks);
  return blocks;
}

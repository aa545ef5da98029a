import type { EnclosedKind } from '../../policy/words/evidence.ts';
import type { MetadataBlocks } from './blocks.ts';
import type { ListedPicture } from './listed-pictures.ts';

/**
 * How makers name what belongs to a picture: Apple's urn:com:apple:photo:…:aux:, MPEG's auxiliary types, Adobe's and ISO's
 * gain maps.
 */
const signs: readonly (readonly [sign: RegExp, kind: EnclosedKind])[] = [
  [/gain-?map|ts:21496/i, 'brightness-map'],
  [/depth|disparity|auxid:2\b/i, 'depth-map'],
  [/matte|segmentation/i, 'cut-out'],
];

/** What an auxiliary picture is by its type's name; null for transparency, and where the name says nothing. */
export function kindOfAuxiliary(name: string): EnclosedKind | null {
  return signs.find(([sign]) => sign.test(name))?.[1] ?? null;
}

/** What a further picture of a file is: by the list that names it, or by what it says of itself. */
export function kindOfPicture(blocks: MetadataBlocks, listed: ListedPicture['kind']): EnclosedKind | 'preview' {
  if (listed !== null) return listed;
  const said = [...blocks.xmp, ...blocks.items.map(({ tag }) => tag)];
  return said.map(kindOfAuxiliary).find((kind) => kind !== null) ?? 'picture';
}

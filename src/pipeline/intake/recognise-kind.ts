import type { ImageKind } from '../../policy/words/evidence.ts';

const signatures: readonly (readonly [ImageKind, string])[] = [
  ['jpeg', 'ffd8ff'],
  ['png', '89504e470d0a1a0a'],
  ['gif', '474946383761'],
  ['gif', '474946383961'],
  ['tiff', '49492a00'],
  ['tiff', '4d4d002a'],
];

const avifBrands = new Set(['avif', 'avis', 'avio']);
const heifBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'mif2', 'msf1']);

/** Brands of an ISO base media file, the major one first; empty when it does not start with a whole `ftyp` box. */
export function brandsOf(bytes: Buffer): string[] {
  if (bytes.length < 16 || bytes.toString('latin1', 4, 8) !== 'ftyp') return [];
  const end = bytes.readUInt32BE(0);
  if (end < 16 || end > bytes.length || end > 4096) return [];
  const brands = [bytes.toString('latin1', 8, 12)];
  // Files in the short form (`mif3`) say what they hold where others have a version number.
  if (brands[0] === 'mif3') brands.push(bytes.toString('latin1', 12, 16));
  for (let at = 16; at + 4 <= end; at += 4) brands.push(bytes.toString('latin1', at, at + 4));
  return brands;
}

function kindByBrand(bytes: Buffer): ImageKind | null {
  const brands = brandsOf(bytes);
  if (brands.length === 0) return null;
  // A major brand of a film (mp42, qt, isom…) makes it a film, whatever else it lists.
  const [major] = brands;
  const isPicture = avifBrands.has(major!) || heifBrands.has(major!) || major === 'mif3' || major === 'miaf';
  if (!isPicture) return null;
  if (avifBrands.has(major!)) return 'avif';
  const saysHevc = brands.some((brand) => heifBrands.has(brand) && brand.startsWith('he'));
  return !saysHevc && brands.some((brand) => avifBrands.has(brand)) ? 'avif' : 'heic';
}

/** What kind of picture the first bytes are, or null for anything that is not one Photoward reads. Never by name. */
export function recogniseKind(bytes: Buffer): ImageKind | null {
  const head = bytes.toString('hex', 0, 12);
  for (const [kind, signature] of signatures) if (head.startsWith(signature)) return kind;
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'webp';
  return kindByBrand(bytes);
}

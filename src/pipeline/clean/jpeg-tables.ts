/** Example quantisation tables of ITU T.81 annex K.1, in zigzag order; libjpeg scales them by quality. */
const luminance = [
  16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61,
  60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121,
  112, 100, 120, 92, 101, 103, 99,
];
const chrominance = [
  17, 18, 18, 24, 21, 24, 47, 26, 26, 47, 99, 66, 56, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99,
];

function scaleTable(table: readonly number[], quality: number): number[] {
  const percent = quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality;
  return table.map((value) => Math.min(255, Math.max(1, Math.floor((value * percent + 50) / 100))));
}

/** The two quantisation tables for a quality of 1 to 100, luminance first, as libjpeg scales them. */
export function quantisationTables(quality: number): readonly [number[], number[]] {
  return [scaleTable(luminance, quality), scaleTable(chrominance, quality)];
}

/** One Huffman table: how many codes of each length 1 to 16, and the symbols in order of their codes. */
export interface HuffmanTable {
  /** Class and number as in a DHT segment: 0x00, 0x10, 0x01, 0x11. */
  readonly id: number;
  readonly counts: Buffer;
  readonly symbols: Buffer;
}

const dcSymbols = Buffer.from('000102030405060708090a0b', 'hex');

/** AC symbols in rank order; run-length symbols of annex K.3, written out as hex. */
const luminanceAcSymbols = Buffer.from(
  '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738' +
    '393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5' +
    'a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
  'hex',
);
const chrominanceAcSymbols = Buffer.from(
  '000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f11718191a262728292a35363738' +
    '393a434445464748494a535455565758595a636465666768696a737475767778797a82838485868788898a92939495969798999aa2a3a4' +
    'a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa',
  'hex',
);

/** The four Huffman tables of ITU T.81 annex K.3, in the order they stand in a file. */
export const huffmanTables: readonly HuffmanTable[] = [
  { id: 0x00, counts: Buffer.from('00010501010101010100000000000000', 'hex'), symbols: dcSymbols },
  { id: 0x10, counts: Buffer.from('0002010303020403050504040000017d', 'hex'), symbols: luminanceAcSymbols },
  { id: 0x01, counts: Buffer.from('00030101010101010101010000000000', 'hex'), symbols: dcSymbols },
  { id: 0x11, counts: Buffer.from('00020102040403040705040400010277', 'hex'), symbols: chrominanceAcSymbols },
];

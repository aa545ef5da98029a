import { huffmanTables, quantisationTables } from './jpeg-tables.ts';

function segment(marker: number, content: readonly number[] | Buffer): Buffer {
  const length = content.length + 2;
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 255]), Buffer.from(content)]);
}

/** Start of image and a JFIF 1.01 block that says only "square pixels, no thumbnail". */
export const cleanStart: Buffer = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
]);

/**
 * Every byte that may stand before the compressed pixels of a clean copy: baseline, three components, 4:2:0, the tables
 * of ITU T.81 annex K. Nothing in it depends on the photo but its size.
 */
export function cleanHeader(width: number, height: number, quality: number): Buffer {
  const [luminance, chrominance] = quantisationTables(quality);
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  return Buffer.concat([
    cleanStart,
    segment(0xdb, [0, ...luminance]),
    segment(0xdb, [1, ...chrominance]),
    segment(0xc0, [8, ...size, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]),
    ...huffmanTables.map(({ id, counts, symbols }) => segment(0xc4, [id, ...counts, ...symbols])),
    segment(0xda, [3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]),
  ]);
}

import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';

const packageFolder = path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));

/**
 * face-api's demo photo 6 (four people outdoors), stretched to a size by averaging: RGB 0-255, interleaved. The averaging
 * is done here so that another release of an image library cannot move the recorded results.
 */
export async function goldenInput(widthPx: number, heightPx: number): Promise<Float32Array> {
  const file = path.join(packageFolder, 'demo', 'sample6.jpg');
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const edges = (length: number, parts: number): number[] =>
    Array.from({ length: parts + 1 }, (_, i) => Math.floor((i * length) / parts));
  const [columns, rows] = [edges(info.width, widthPx), edges(info.height, heightPx)];
  const mean = (x: number, y: number, channel: number): number => {
    let sum = 0;
    for (let row = rows[y]!; row < rows[y + 1]!; row++) {
      for (let column = columns[x]!; column < columns[x + 1]!; column++) {
        sum += data[(row * info.width + column) * 3 + channel]!;
      }
    }
    return sum / ((rows[y + 1]! - rows[y]!) * (columns[x + 1]! - columns[x]!));
  };
  return Float32Array.from({ length: widthPx * heightPx * 3 }, (_, i) => {
    const pixel = Math.floor(i / 3);
    return mean(pixel % widthPx, Math.floor(pixel / widthPx), i % 3);
  });
}

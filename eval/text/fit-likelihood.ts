import path from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import type { DecodedPhoto } from '../../src/detectors/detector.ts';
import { blockPx, edgeBlocks, halfGreen, type EdgeBlocks } from '../../src/detectors/text/edge-blocks.ts';
import { describeWindow, reachBlocks, windowLength } from '../../src/detectors/text/likelihood-window.ts';
import { sizeOf } from '../../src/detectors/text/warp-quad.ts';
import { modelsFolder } from '../../src/inference/manifest.ts';
import { boxAround, type Quad } from '../../src/lib/geometry.ts';
import { photoFromRaster } from '../../src/pipeline/decode/photo-from-raster.ts';
import { fictionalRoll } from './fictional-roll.ts';
import { fitTwoLayers, type Sample } from './fit-two-layers.ts';
import { makePicture } from './make-picture.ts';
import { listPhotos, openPhoto, type PhotoFile } from './photo-source.ts';
import { randomFrom, type Random } from './random.ts';
import { writeTwoLayers } from './write-two-layers.ts';

// npx tsx eval/text/fit-likelihood.ts --photos FOLDER --tiles FOLDER [--pictures 120] [--seed 4242]
// Fits the small net that says where text may be: generated labels on whole photos and on sheets of small photos.

const tileSide = 224;
const tilesAside = 5;
/** Windows are described at half size. */
const reduction = 2;
const marginPx = 40;
const negativesPerPositive = 3;

async function sheetOf(tiles: readonly PhotoFile[], random: Random): Promise<DecodedPhoto> {
  const side = tileSide * tilesAside;
  const parts = await Promise.all(
    Array.from({ length: tilesAside ** 2 }, async (_, i) => ({
      input: await sharp(random.pick(tiles).file).resize(tileSide, tileSide).toBuffer(),
      left: (i % tilesAside) * tileSide,
      top: Math.floor(i / tilesAside) * tileSide,
    })),
  );
  const { data } = await sharp({ create: { width: side, height: side, channels: 3, background: 'black' } })
    .composite(parts)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return photoFromRaster({ width: side, height: side, data });
}

function isInside(quad: Quad, x: number, y: number): boolean {
  return quad.every((a, i) => {
    const b = quad[(i + 1) % 4]!;
    return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) >= 0;
  });
}

function isNear(quads: readonly Quad[], x: number, y: number): boolean {
  return quads.some((quad) => {
    const box = boxAround(quad);
    const [dx, dy] = [x - box.x, y - box.y];
    return dx > -marginPx && dy > -marginPx && dx < box.width + marginPx && dy < box.height + marginPx;
  });
}

function describe(blocks: EdgeBlocks, column: number, row: number, wanted: 0 | 1): Sample {
  const input = new Float32Array(windowLength);
  describeWindow(blocks, column, row, input);
  return { input, wanted };
}

/** Every window on a line of text, and three times as many anywhere else with some edge in them. */
function samplesOf(blocks: EdgeBlocks, lines: readonly Quad[], leastHeightPx: number, random: Random): Sample[] {
  const wanted = lines.filter((quad) => sizeOf(quad).across >= leastHeightPx);
  const samples: Sample[] = [];
  const elsewhere: (readonly [number, number])[] = [];
  for (let row = reachBlocks; row < blocks.rows - reachBlocks; row += 1) {
    for (let column = reachBlocks; column < blocks.columns - reachBlocks; column += 1) {
      const [x, y] = [(column + 0.5) * blockPx * reduction, (row + 0.5) * blockPx * reduction];
      const at = row * blocks.columns + column;
      if (wanted.some((quad) => isInside(quad, x, y))) samples.push(describe(blocks, column, row, 1));
      else if (blocks.across[at]! + blocks.down[at]! > 6 && !isNear(lines, x, y)) elsewhere.push([column, row]);
    }
  }
  const count = elsewhere.length === 0 ? 0 : samples.length * negativesPerPositive + 100;
  for (let i = 0; i < count; i += 1) samples.push(describe(blocks, ...random.pick(elsewhere), 0));
  return samples;
}

const { values } = parseArgs({
  options: {
    photos: { type: 'string' },
    tiles: { type: 'string' },
    pictures: { type: 'string', default: '120' },
    seed: { type: 'string', default: '4242' },
  },
});
if (values.photos === undefined || values.tiles === undefined) throw new Error('--photos and --tiles name the folders');

const random = randomFrom(Number(values.seed));
const [photos, tiles] = [await listPhotos(values.photos), await listPhotos(values.tiles)];
const pupils = fictionalRoll();
const samples: Sample[] = [];
const ranges = [
  [6, 9],
  [8, 13],
  [12, 20],
] as const;
for (let i = 0; i < Number(values.pictures); i += 1) {
  const photo = i % 4 === 3 ? await openPhoto(random.pick(photos)) : await sheetOf(tiles, random);
  const xHeightPx = ranges[i % ranges.length]!;
  const picture = await makePicture(photo, { pupils, boxes: [], xHeightPx, labels: 10, random });
  const lines = picture.labels.flatMap((label) => label.lines.map((line) => line.quad));
  samples.push(...samplesOf(edgeBlocks(halfGreen(picture.photo.full)), lines, xHeightPx[0] * 1.2, random));
}
process.stdout.write(`${samples.length} windows\n`);
const net = fitTwoLayers(samples, {
  hidden: 16,
  epochs: 8,
  random,
  progress: (line) => process.stdout.write(`${line}\n`),
});
const card = {
  what: 'Says where in a photo text may be, from edge strengths in 4 x 4 pixel blocks of the photo at half or quarter size.',
  fittedOn: 'Labels of eval/text drawn onto demo photos and onto sheets of an MIT-licensed set of sports photos.',
  command: `npx tsx eval/text/fit-likelihood.ts --pictures ${values.pictures} --seed ${values.seed}`,
  windows: samples.length,
  limits: ['Dense foliage and brick look like text to it; it only decides where the text detector looks first.'],
};
await writeTwoLayers(path.join(modelsFolder, 'text_likelihood.json'), card, net);

import { parseArgs } from 'node:util';
import sharp, { type OverlayOptions } from 'sharp';
import { demoPhotos } from '../../bench/group-photo.ts';
import { createTextDetector } from '../../src/detectors/text/create-text-detector.ts';
import { boxAround, intersectionArea } from '../../src/lib/geometry.ts';
import type { TextRegion } from '../../src/policy/words/evidence.ts';
import { fictionalRoll } from './fictional-roll.ts';
import { aroundLabel, isPlate, labelWasRead, mainLine } from './label-was-read.ts';
import { makePicture, type Picture, type PlacedLabel } from './make-picture.ts';
import { factsOfRoll } from './names-read.ts';
import { openPhoto } from './photo-source.ts';
import { randomFrom } from './random.ts';
import { readPhoto } from './read-photo.ts';
import { textAsPath } from './text-as-path.ts';

// npx tsx eval/text/draw-misses.ts --out docs/figures/text-misses.jpg [--seed 9301] [--pictures 20]
// Cuts out names on drawn labels that were not found or not given to the right pupil, with what was read.

const [cellWidth, cellHeight, captionHeight, columns, mostCells] = [300, 170, 30, 4, 16];
const ranges = [
  [6, 8],
  [8, 14],
  [14, 30],
] as const;

function caption(label: PlacedLabel, regions: readonly TextRegion[]): Buffer {
  const around = aroundLabel(label);
  const read = regions.filter(({ quad, text }) => text !== '' && intersectionArea(boxAround(quad), around) > 0);
  const said =
    read.length === 0
      ? 'nothing'
      : `"${read
          .map(({ text }) => text)
          .join(' / ')
          .slice(0, 20)}"`;
  const path = textAsPath('sans', `${mainLine(label)}, ${label.xHeightPx.toFixed(0)} px: ${said}`, 15);
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cellWidth}" height="${captionHeight}">` +
      `<path d="${path.d}" transform="translate(6 20)" fill="#111"/></svg>`,
  );
}

async function cell(picture: Picture, label: PlacedLabel, regions: readonly TextRegion[], at: number) {
  const { x, y, width, height } = aroundLabel(label);
  const { full } = picture.photo;
  const side = Math.max(width * 1.6, (height * 1.8 * cellWidth) / cellHeight, 60);
  const cut = {
    width: Math.min(full.width, Math.round(side)),
    height: Math.min(full.height, Math.round((side * cellHeight) / cellWidth)),
  };
  const left = Math.min(full.width - cut.width, Math.max(0, Math.round(x + width / 2 - cut.width / 2)));
  const top = Math.min(full.height - cut.height, Math.max(0, Math.round(y + height / 2 - cut.height / 2)));
  const input = await sharp(picture.jpeg)
    .extract({ left, top, ...cut })
    .resize(cellWidth - 6, cellHeight)
    .toBuffer();
  const [cellX, cellY] = [(at % columns) * cellWidth, Math.floor(at / columns) * (cellHeight + captionHeight)];
  const parts: OverlayOptions[] = [
    { input, left: cellX, top: cellY },
    { input: caption(label, regions), left: cellX, top: cellY + cellHeight },
  ];
  return parts;
}

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    seed: { type: 'string', default: '9301' },
    pictures: { type: 'string', default: '20' },
  },
});
if (values.out === undefined) throw new Error('--out names the picture to write');
const detector = await createTextDetector();
const pupils = fictionalRoll();
const facts = factsOfRoll(pupils);
const parts: OverlayOptions[] = [];
let [cells, labels] = [0, 0];
for (let i = 0; i < Number(values.pictures) && cells < mostCells; i += 1) {
  const random = randomFrom(Number(values.seed) * 1009 + i);
  const photo = await openPhoto({ file: random.pick(demoPhotos), boxes: [] });
  const picture = await makePicture(photo, { pupils, boxes: [], xHeightPx: random.pick(ranges), labels: 12, random });
  const regions = await readPhoto(detector, picture.photo, [], { cpuMs: 0, photos: 0 });
  for (const label of picture.labels.filter((one) => !one.handwritten && !isPlate(one))) {
    labels += 1;
    if (cells >= mostCells || labelWasRead(label, regions, facts)) continue;
    parts.push(...(await cell(picture, label, regions, cells)));
    cells += 1;
  }
}
const height = Math.max(1, Math.ceil(cells / columns)) * (cellHeight + captionHeight);
await sharp({ create: { width: columns * cellWidth, height, channels: 3, background: 'white' } })
  .composite(parts)
  .jpeg({ quality: 80 })
  .toFile(values.out);
process.stdout.write(`${String(cells)} missed of ${String(labels)} printed names\n`);

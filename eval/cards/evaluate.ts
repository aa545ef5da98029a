import path from 'node:path';
import { cardHeadFile, findCards, proposeCards } from '../../src/detectors/text/find-cards.ts';
import { sharedArea } from '../../src/detectors/text/quad-overlap.ts';
import { readTwoLayers } from '../../src/detectors/text/read-two-layers.ts';
import { cornersOf } from '../../src/detectors/text/rotated-rectangle.ts';
import type { Quad } from '../../src/lib/geometry.ts';
import type { EvalOptions, Report } from '../report.ts';
import { sampleEvenly } from '../sample-evenly.ts';
import { fictionalRoll } from '../text/fictional-roll.ts';
import { makePicture } from '../text/make-picture.ts';
import { faceOfBox, listPhotos, openPhoto, type PhotoFile } from '../text/photo-source.ts';
import { randomFrom } from '../text/random.ts';
import { Tally } from '../text/tally.ts';

// npm run eval -- cards --data FOLDER [--seed 6901] [--pictures 200] [--limit N]
// FOLDER is a set with marked faces. Cards too small to read are drawn on chests; then the photos are looked at as they are.

const leastFacePx = 40;
const kinds = ['easy card', 'card', 'lanyard', 'sticker'] as const;
/** Height of small letters beside the face: cards of a third to two thirds of a face, print of 1 to 4 px. */
const xHeightShare = [0.03, 0.055] as const;

const isOn = (card: Quad, outline: Quad): boolean => sharedArea(card, outline) > 0;

async function withCards(photos: readonly PhotoFile[], options: EvalOptions, tally: Tally): Promise<void> {
  const net = await readTwoLayers(cardHeadFile);
  const pupils = fictionalRoll();
  const pictures = Number(options.extra.pictures ?? '200');
  for (let i = 0; i < pictures; i += 1) {
    options.progress(i + 1, pictures);
    const random = randomFrom(Number(options.extra.seed ?? '6901') * 100_003 + i);
    const file = random.pick(photos);
    const box = random.pick(file.boxes.filter(({ width, height }) => Math.min(width, height) >= leastFacePx));
    const facePx = Math.sqrt(box.width * box.height);
    const xHeightPx = [xHeightShare[0] * facePx, xHeightShare[1] * facePx] as const;
    const picture = await makePicture(await openPhoto(file), {
      pupils,
      boxes: [box],
      xHeightPx,
      labels: 1,
      random,
      kinds,
    });
    const { full } = picture.photo;
    const proposed = (await proposeCards(full, { box })).map(cornersOf);
    const kept = await findCards(net, full, [faceOfBox(box)], new AbortController().signal);
    for (const { kind, outline } of picture.labels) {
      tally.add(
        `${kind}, proposed`,
        proposed.some((card) => isOn(card, outline)),
      );
      tally.add(
        `${kind}, found`,
        kept.some((card) => isOn(card, outline)),
      );
      tally.add(
        'all, found',
        kept.some((card) => isOn(card, outline)),
      );
    }
  }
}

async function asTheyAre(photos: readonly PhotoFile[], options: EvalOptions, tally: Tally): Promise<string[]> {
  const net = await readTwoLayers(cardHeadFile);
  const names: string[] = [];
  for (const [done, file] of photos.entries()) {
    options.progress(done + 1, photos.length);
    const faces = file.boxes.map(faceOfBox);
    const { full } = await openPhoto(file);
    const large = faces.filter(({ sizePx }) => sizePx >= leastFacePx);
    const proposed = await Promise.all(large.map((face) => proposeCards(full, face)));
    const kept = await findCards(net, full, faces, new AbortController().signal);
    tally.add('photos, proposed', proposed.flat().length > 0);
    tally.add('photos, found', kept.length > 0);
    for (const [corner] of kept) {
      names.push(`${path.basename(file.file)} at ${String(Math.round(corner.x))}, ${String(Math.round(corner.y))}`);
    }
  }
  return names;
}

/** Cards on chests that cannot be read: found where they were drawn, and found in photos as they are. */
export async function evaluate(options: EvalOptions): Promise<Report> {
  const all = await listPhotos(options.dataFolder);
  const withFaces = all.filter(({ boxes }) =>
    boxes.some(({ width, height }) => Math.min(width, height) >= leastFacePx),
  );
  const [drawn, plain] = [new Tally(), new Tally()];
  await withCards(withFaces, options, drawn);
  const found = await asTheyAre(sampleEvenly(all, options.extra.limit), options, plain);
  const columns = ['group', 'count', 'share', '95 %'];
  return {
    tables: [
      { title: 'Drawn cards too small to read', columns, rows: drawn.rows().sort() },
      { title: 'Photos as they are, with a card', columns, rows: plain.rows() },
      { title: 'Where', columns: ['photo'], rows: found.map((where) => [where]) },
    ],
    figures: { drawn: drawn.figures(), plain: plain.figures(), found },
  };
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { processorMs } from '../../bench/processor-ms.ts';
import { createTextDetector } from '../../src/detectors/text/create-text-detector.ts';
import { indexNames } from '../../src/policy/names/index-names.ts';
import { findNames } from '../../src/policy/names/find-names.ts';
import type { EvalOptions, Report } from '../report.ts';
import { fictionalRoll } from './fictional-roll.ts';
import { isPlate, labelWasRead, mainLine } from './label-was-read.ts';
import { makePicture, type PlacedLabel } from './make-picture.ts';
import { factsOfRoll } from './names-read.ts';
import { openTesseract } from './open-tesseract.ts';
import { evaluateNegatives, negativeColumns, negativeRow, type Negatives } from './evaluate-negatives.ts';
import { readPhoto, leastFacePx, type TextDetector, type Timed } from './read-photo.ts';
import { sampleEvenly } from '../sample-evenly.ts';
import { listPhotos, openPhoto, type PhotoFile } from './photo-source.ts';
import { randomFrom } from './random.ts';
import { Tally } from './tally.ts';

// npm run eval -- text --data FOLDER [--seeds 5001,5002] [--pictures 30] [--half even] [--negatives 400] [--tesseract 6]
//   [--json FILE]
// FOLDER holds photos, or sets of photos of which `faces-detection` is written on and all are read as they are.

const ranges = [
  [6, 8],
  [8, 12],
  [12, 20],
  [20, 36],
] as const;
const nameRange = ([low, high]: readonly [number, number]): string => (low === 20 ? '20+ px' : `${low}-${high} px`);

function count(label: PlacedLabel, range: string, isFound: boolean, tallies: Record<'size' | 'kind' | 'shape', Tally>) {
  if (isPlate(label)) {
    tallies.kind.add('vehicle plate (all letters right)', isFound);
    return;
  }
  if (label.handwritten) {
    tallies.size.add(`handwritten, ${range}`, isFound);
    return;
  }
  tallies.size.add(`printed, ${range}`, isFound);
  if (label.kind === 'easy card' && label.xHeightPx >= 8) tallies.size.add('easy flat cards from 8 px', isFound);
  tallies.kind.add(`${label.kind}, ${label.xHeightPx < 8 ? 'below 8 px' : 'from 8 px'}`, isFound);
  const tilt = Math.abs(label.tiltDegrees);
  tallies.shape.add(tilt > 90 ? 'upside down' : tilt > 15 ? 'tilted 15-45°' : 'tilted under 15°', isFound);
  if (Math.abs(label.curve) > 0.03) tallies.shape.add('curved', isFound);
}

async function evaluatePositives(detector: TextDetector, photos: readonly PhotoFile[], options: EvalOptions) {
  const pupils = fictionalRoll();
  const facts = factsOfRoll(pupils);
  const index = indexNames(pupils);
  const seeds = (options.extra.seeds ?? '5001').split(',').map(Number);
  const pictures = Number(options.extra.pictures ?? '30');
  const plans = seeds.flatMap((seed, round) =>
    ranges.flatMap((range, at) =>
      Array.from({ length: pictures }, (_, i) => ({ range, chance: seed * 100_003 + at * 1009 + i, round, i })),
    ),
  );
  const compared = Number(options.extra.tesseract ?? '6');
  const tallies = { size: new Tally(), kind: new Tally(), shape: new Tally() };
  const peers = { photoward: new Tally(), tesseract: new Tally() };
  const [time, peerTime] = [
    { cpuMs: 0, photos: 0 },
    { cpuMs: 0, photos: 0 },
  ];
  const tesseract = compared > 0 ? await openTesseract() : null;
  const failures: string[] = [];
  for (const [done, { range, chance, round, i }] of plans.entries()) {
    options.progress(done + 1, plans.length);
    const random = randomFrom(chance);
    const file = random.pick(photos);
    const boxes = file.boxes.filter((box) => box.width >= leastFacePx);
    const picture = await makePicture(await openPhoto(file), { pupils, boxes, xHeightPx: range, labels: 6, random });
    const regions = await readPhoto(detector, picture.photo, boxes, time);
    const before = process.cpuUsage();
    const plain = tesseract !== null && round === 0 && i < compared ? await tesseract.read(picture.jpeg) : null;
    const usedMs = processorMs(before);
    if (plain !== null) {
      peerTime.cpuMs += usedMs;
      peerTime.photos += 1;
    }
    for (const label of picture.labels) {
      const isFound = labelWasRead(label, regions, facts);
      count(label, nameRange(range), isFound, tallies);
      if (!isFound && !label.handwritten) {
        failures.push(
          `${label.kind} "${mainLine(label)}" ${label.xHeightPx.toFixed(1)} px, ${label.tiltDegrees.toFixed(0)}°`,
        );
      }
      if (plain === null || label.handwritten || isPlate(label)) continue;
      peers.photoward.add(nameRange(range), isFound);
      const named = plain.flatMap((line) => findNames(line, { names: index, carrier: 'picture' }));
      peers.tesseract.add(
        nameRange(range),
        named.some((one) => one.pupils.includes(label.pupil.id)),
      );
    }
  }
  await tesseract?.close();
  return { tallies, peers, time, peerTime, failures };
}

/** Photos are tuned on in one half and reported on in the other. */
function halfOf(photos: readonly PhotoFile[], half: string | undefined): readonly PhotoFile[] {
  if (half === undefined) return photos;
  return photos.filter((_, at) => at % 2 === (half === 'odd' ? 1 : 0));
}

/** Names on generated labels found and matched to the right pupil; false names on photos as they are. */
export async function evaluate(options: EvalOptions): Promise<Report> {
  const sets = ['faces-detection', 'attire'].filter((set) => existsSync(path.join(options.dataFolder, set)));
  const folders = sets.length === 0 ? [options.dataFolder] : sets.map((set) => path.join(options.dataFolder, set));
  const detector = await createTextDetector();
  const photos = halfOf(await listPhotos(folders[0]!), options.extra.half);
  const { tallies, peers, time, peerTime, failures } = await evaluatePositives(detector, photos, options);
  const most = Number(options.extra.negatives ?? '400');
  const negatives: (readonly [string, Negatives])[] = [];
  for (const folder of most === 0 ? [] : folders) {
    const some = sampleEvenly(await listPhotos(folder), String(most));
    negatives.push([path.basename(folder), await evaluateNegatives(detector, some, options)]);
  }
  const columns = ['group', 'labels', 'found and matched', '95 %'];
  const peerRows = peers.photoward
    .rows()
    .map(([group, labels, share], i) => [group!, labels!, share!, peers.tesseract.rows()[i]?.[2] ?? '-']);
  const ms = (used: Timed): string => String(Math.round(used.cpuMs / Math.max(1, used.photos)));
  return {
    tables: [
      {
        title: 'Names found and matched to the right pupil, by height of small letters',
        columns,
        rows: tallies.size.rows(),
      },
      { title: 'By kind, printed', columns, rows: tallies.kind.rows().sort() },
      { title: 'By tilt and curve, printed', columns, rows: tallies.shape.rows() },
      {
        title: 'Beside tesseract.js on the same pictures, printed',
        columns: ['group', 'labels', 'photoward', 'tesseract.js'],
        rows: [...peerRows, ['processor time a picture, ms', '', ms(time), ms(peerTime)]],
      },
      {
        title: 'Photos as they are: names of a roll of 200 invented pupils found in them',
        columns: negativeColumns,
        rows: negatives.map(([name, result]) => negativeRow(name, result)),
      },
      {
        title: 'False names',
        columns: ['where'],
        rows: negatives.flatMap(([, { names }]) => names.map((name) => [name])),
      },
    ],
    figures: {
      size: tallies.size.figures(),
      kind: tallies.kind.figures(),
      shape: tallies.shape.figures(),
      negatives: Object.fromEntries(negatives),
      failures,
    },
  };
}

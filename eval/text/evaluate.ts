import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Detector } from '../../src/detectors/detector.ts';
import { createTextDetector } from '../../src/detectors/text/create-text-detector.ts';
import { boxAround, intersectionArea, type Box } from '../../src/lib/geometry.ts';
import { indexNames } from '../../src/policy/names/index-names.ts';
import { findNames } from '../../src/policy/names/find-names.ts';
import type { Facts } from '../../src/policy/words/rule.ts';
import type { EvalOptions, Report } from '../report.ts';
import { fictionalRoll } from './fictional-roll.ts';
import { makePicture, type Picture, type PlacedLabel } from './make-picture.ts';
import { factsOfRoll, namesRead } from './names-read.ts';
import { openTesseract } from './open-tesseract.ts';
import { faceOfBox, listPhotos, openPhoto, type PhotoFile } from './photo-source.ts';
import { randomFrom } from './random.ts';
import { Tally } from './tally.ts';

// npm run eval -- text --data FOLDER [--seed 5001] [--pictures 30] [--negatives 400] [--tesseract 6] [--json FILE]
// FOLDER holds photos, or sets of photos of which `faces-detection` is written on and all are read as they are.

const ranges = [
  [6, 8],
  [8, 12],
  [12, 20],
  [20, 36],
] as const;
const nameRange = ([low, high]: readonly [number, number]): string => (low === 20 ? '20+ px' : `${low}-${high} px`);
const leastFacePx = 16;

type TextDetector = Detector<'text', 'faces'>;

interface Timed {
  cpuMs: number;
  photos: number;
}

async function read(detector: TextDetector, picture: Pick<Picture, 'photo'>, boxes: readonly Box[], time: Timed) {
  const before = process.cpuUsage();
  const regions = await detector.observe(picture.photo, { faces: boxes.map(faceOfBox) }, new AbortController().signal);
  const { user, system } = process.cpuUsage(before);
  time.cpuMs += (user + system) / 1000;
  time.photos += 1;
  return regions;
}

const isPlate = (label: PlacedLabel): boolean => label.kind === 'plate';

function reading(label: PlacedLabel, regions: Awaited<ReturnType<typeof read>>, facts: Facts): boolean {
  const around = boxAround(label.lines.flatMap((line) => line.quad));
  const main = label.lines.find((line) => line.main)!;
  const isHere = (quad: readonly { x: number; y: number }[]): boolean => intersectionArea(boxAround(quad), around) > 0;
  if (isPlate(label)) {
    const plain = (text: string): string => text.replace(/[^A-Z0-9]/gi, '').toUpperCase();
    return regions.some(({ text, quad }) => isHere(quad) && plain(text).includes(plain(main.text)));
  }
  return namesRead(regions, facts).some(({ region, pupils }) => isHere(region.quad) && pupils.includes(label.pupil.id));
}

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
  const [seed, pictures] = [Number(options.extra.seed ?? '5001'), Number(options.extra.pictures ?? '30')];
  const compared = Number(options.extra.tesseract ?? '6');
  const tallies = { size: new Tally(), kind: new Tally(), shape: new Tally() };
  const peers = { photoward: new Tally(), tesseract: new Tally() };
  const [time, peerTime] = [
    { cpuMs: 0, photos: 0 },
    { cpuMs: 0, photos: 0 },
  ];
  const tesseract = compared > 0 ? await openTesseract() : null;
  const failures: string[] = [];
  for (const [rangeIndex, range] of ranges.entries()) {
    for (let i = 0; i < pictures; i += 1) {
      options.progress(rangeIndex * pictures + i + 1, ranges.length * pictures);
      const random = randomFrom(seed * 100_003 + rangeIndex * 1009 + i);
      const file = random.pick(photos);
      const boxes = file.boxes.filter((box) => box.width >= leastFacePx);
      const picture = await makePicture(await openPhoto(file), { pupils, boxes, xHeightPx: range, labels: 6, random });
      const regions = await read(detector, picture, boxes, time);
      const before = process.cpuUsage();
      const plain = tesseract !== null && i < compared ? await tesseract.read(picture.jpeg) : null;
      const used = process.cpuUsage(before);
      if (plain !== null) {
        peerTime.cpuMs += (used.user + used.system) / 1000;
        peerTime.photos += 1;
      }
      for (const label of picture.labels) {
        const isFound = reading(label, regions, facts);
        count(label, nameRange(range), isFound, tallies);
        if (!isFound && !label.handwritten) {
          const { text } = label.lines.find((line) => line.main)!;
          failures.push(`${label.kind} "${text}" ${label.xHeightPx.toFixed(1)} px, ${label.tiltDegrees.toFixed(0)}°`);
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
  }
  await tesseract?.close();
  return { tallies, peers, time, peerTime, failures };
}

interface Negatives {
  photos: number;
  named: number;
  surelyNamed: number;
  withText: number;
  readonly names: string[];
  readonly time: Timed;
}

/** Reads photos as they are: nobody of the invented roll is in them, so every name found is false. */
async function evaluateNegatives(detector: TextDetector, photos: readonly PhotoFile[], options: EvalOptions) {
  const facts = factsOfRoll(fictionalRoll());
  const time = { cpuMs: 0, photos: 0 };
  const result: Negatives = { photos: 0, named: 0, surelyNamed: 0, withText: 0, names: [], time };
  for (const [done, file] of photos.entries()) {
    options.progress(done + 1, photos.length);
    const boxes = file.boxes.filter((box) => box.width >= leastFacePx);
    const regions = await read(detector, { photo: await openPhoto(file) }, boxes, time);
    const names = namesRead(regions, facts);
    result.photos += 1;
    result.withText += Number(regions.some((region) => region.text !== ''));
    result.named += Number(names.length > 0);
    result.surelyNamed += Number(names.some(({ found }) => found.isReadable && found.confidence !== 'possible'));
    for (const { found, region } of names) {
      result.names.push(
        `${path.basename(file.file)}: "${region.text}" as ${found.part} (${found.confidence}, ${found.form})`,
      );
    }
  }
  return result;
}

/** Evenly spread choice of at most `most`. */
function spread<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(most, items.length) }, (_, i) => items[Math.floor(i * step)]!);
}

const share = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`);

function negativeRow(name: string, { photos, named, surelyNamed, withText, time }: Negatives): string[] {
  const msPerPhoto = String(Math.round(time.cpuMs / Math.max(1, photos)));
  return [name, String(photos), share(named, photos), share(surelyNamed, photos), share(withText, photos), msPerPhoto];
}

/** Names on generated labels found and matched to the right pupil; false names on photos as they are. */
export async function evaluate(options: EvalOptions): Promise<Report> {
  const sets = ['faces-detection', 'attire'].filter((set) => existsSync(path.join(options.dataFolder, set)));
  const folders = sets.length === 0 ? [options.dataFolder] : sets.map((set) => path.join(options.dataFolder, set));
  const detector = await createTextDetector();
  const photos = await listPhotos(folders[0]!);
  const { tallies, peers, time, peerTime, failures } = await evaluatePositives(detector, photos, options);
  const most = Number(options.extra.negatives ?? '400');
  const negatives: (readonly [string, Negatives])[] = [];
  for (const folder of most === 0 ? [] : folders) {
    const some = spread(await listPhotos(folder), most);
    negatives.push([path.basename(folder), await evaluateNegatives(detector, some, options)]);
  }
  const columns = ['group', 'labels', 'found and matched'];
  const peerRows = [...peers.photoward.rows()].map((row, i) => [...row, peers.tesseract.rows()[i]?.[2] ?? '-']);
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
        columns: ['set', 'photos', 'with a name', 'with a sure name', 'with text', 'processor ms a photo'],
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

import { calibrateLikeness } from '../../src/detectors/match/calibrate-likeness.ts';
import { compareVectors } from '../../src/detectors/match/compare-vectors.ts';
import type { LikenessModel } from '../../src/detectors/match/likeness-model.ts';
import type { FaceEmbedder } from '../../src/detectors/match/open-face-embedder.ts';
import type { LikenessScale, MatchScale } from '../../src/policy/words/match-measurement.ts';
import { findSet } from '../find-set.ts';
import type { Evaluate, Table } from '../report.ts';
import { sampleEvenly } from '../sample-evenly.ts';
import { embedPhotos, type EmbeddedFace } from './embed-photos.ts';
import { acceptRateAt, crossValidatedAccuracy, type PairScores } from './error-rates.ts';
import { openEmbedderFor } from './open-embedder-for.ts';
import { pairChildren, type ChildPair } from './pair-children.ts';
import { readPairs, readPortraits, type Pair, type Portrait } from './read-labelled-people.ts';

const ageGroups = [
  { name: '4-17 years', from: 4, to: 17 },
  { name: '4-7 years', from: 4, to: 7 },
  { name: '8-11 years', from: 8, to: 11 },
  { name: '12-17 years', from: 12, to: 17 },
  { name: '0-3 years', from: 0, to: 3 },
] as const;
/** What the scale calls grown up. */
const grownUp = 30;
const ways = {
  register: 'Children, pairs at most 3 years apart, in a register of the other subjects (as in a school)',
  alone: 'The same without a register: two photos alone',
} as const;

type Progress = (done: number, total: number) => void;
type Embedded = ReadonlyMap<string, EmbeddedFace>;

/**
 * How well two photos of one person are told from photos of two people, by the matcher's own score. Children: pairs at
 * most three years apart, both within an age group, the younger photo enrolled. Adults: labelled pairs, threshold chosen
 * on the other half. A photo in which no face was found fails every pair it is in. Options: `--limit N` photos or pairs; `--keep FOLDER` for what
 * is seen in the photos, so that other evaluations of the same code need not look again; `--pack FILE` with the file of a
 * matching pack beside the shipped nets, and `--measured FILE` for what `calibrate` measured of it.
 */
export const evaluate: Evaluate = async ({ dataFolder, extra, progress }) => {
  const children = findSet(dataFolder, 'faces-children', 'ground-truth.json');
  const adults = findSet(dataFolder, 'faces-adults', 'pairs.json');
  const embedder = await openEmbedderFor(extra);
  const tables: Table[] = [];
  const figures: Record<string, unknown> = {};
  if (children !== undefined) {
    const portraits = sampleEvenly(await readPortraits(children), extra.limit);
    const images = portraits.map(({ image }) => image);
    const { keep } = extra;
    const embedded = await embedPhotos({ folder: children, images, pick: 'largest', keep, embedder }, progress);
    const report = verifyChildren(portraits, embedded, embedder.likeness);
    tables.push(...report.tables);
    figures.children = report.figures;
  }
  if (adults !== undefined) {
    const report = await verifyAdultsIn(adults, embedder, extra, progress);
    tables.push(report.table);
    figures.adults = report.figures;
  }
  if (tables.length === 0) throw new Error(`Neither ground-truth.json nor pairs.json in ${dataFolder}`);
  return { tables, figures };
};

/** The tables of children, from found faces. */
export function verifyChildren(portraits: readonly Portrait[], embedded: Embedded, { nets, measured }: LikenessModel) {
  const pairs = pairChildren(portraits, embedded, nets);
  const reports = (['register', 'alone'] as const).map((scale) => {
    const rows = ageGroups.map(({ name, from, to }) => {
      const inGroup = ({ age }: Portrait): boolean => age >= from && age <= to;
      const photos = portraits.filter(inGroup);
      const scores = scoresOf(
        pairs.filter(({ reference, probe }) => inGroup(reference) && inGroup(probe)),
        scale,
        measured.scales[scale],
      );
      return {
        name,
        photos: photos.length,
        missed: photos.filter(({ image }) => !embedded.has(image)).length,
        genuine: scores.genuine.length,
        impostor: scores.impostor.length,
        tarAt1: acceptRateAt(scores, 0.01),
        tarAt01: acceptRateAt(scores, 0.001),
      };
    });
    const table: Table = {
      title: ways[scale],
      columns: ['ages', 'photos', 'no face', 'pairs of one', 'of two', 'TAR at FAR 1 %', 'TAR at FAR 0.1 %'],
      rows: rows.map((row) => [
        row.name,
        ...[row.photos, row.missed, row.genuine, row.impostor].map(String),
        ...[row.tarAt1, row.tarAt01].map(({ rate, from }) => `${rate.toFixed(3)} (from ${from.toFixed(2)})`),
      ]),
    };
    return { table, scale, rows };
  });
  return {
    tables: reports.map(({ table }) => table),
    figures: {
      photos: portraits.length,
      missed: portraits.filter(({ image }) => !embedded.has(image)).length,
      ages: Object.fromEntries(reports.map(({ scale, rows }) => [scale, rows])),
    },
  };
}

/** The pupil's age is that of the later photo: the day on which the faces are compared. */
function scoresOf(pairs: readonly ChildPair[], scale: MatchScale, fitted: LikenessScale): PairScores {
  const scored = pairs.map((pair) => ({
    same: pair.same,
    score:
      pair[scale] === -Infinity
        ? -Infinity
        : calibrateLikeness({ likeness: pair[scale], strength: pair.strength, ageYears: pair.probe.age }, fitted),
  }));
  const [genuine, impostor] = [true, false].map((kind) =>
    scored.filter(({ same }) => same === kind).map(({ score }) => score),
  ) as [number[], number[]];
  return { genuine, impostor };
}

async function verifyAdultsIn(
  folder: string,
  embedder: FaceEmbedder,
  { limit, keep }: Readonly<Record<string, string | undefined>>,
  progress: Progress,
) {
  const pairs = sampleEvenly(await readPairs(folder), limit);
  const images = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const embedded = await embedPhotos({ folder, images, pick: 'central', keep, embedder }, progress);
  return verifyAdults(pairs, embedded, embedder.likeness);
}

/** The table of adults, from found faces. */
export function verifyAdults(pairs: readonly Pair[], embedded: Embedded, { nets, measured }: LikenessModel) {
  const scoreOf = (a: EmbeddedFace | undefined, b: EmbeddedFace | undefined): number => {
    if (a === undefined || b === undefined) return -Infinity;
    const likeness = compareVectors(a.vectors, b.vectors, nets);
    return calibrateLikeness({ likeness, strength: b.vectors.strength, ageYears: grownUp }, measured.scales.alone);
  };
  const scored = pairs.map(({ a, b, same }) => ({ same, score: scoreOf(embedded.get(a), embedded.get(b)) }));
  const scores: PairScores = {
    genuine: scored.filter(({ same }) => same).map(({ score }) => score),
    impostor: scored.filter(({ same }) => !same).map(({ score }) => score),
  };
  // Genuine pairs come first in each fold of the published list; alternate pairs make two halves of like mix.
  const accuracy = crossValidatedAccuracy(
    scored,
    scored.map((_, at) => at % 2),
  );
  const [tarAt1, tarAt01] = [acceptRateAt(scores, 0.01), acceptRateAt(scores, 0.001)];
  const images = new Set(pairs.flatMap(({ a, b }) => [a, b]));
  const missed = [...images].filter((image) => !embedded.has(image)).length;
  const cells = [images.size, missed, pairs.length].map(String);
  return {
    table: {
      title: 'Adults, labelled pairs',
      columns: ['photos', 'no face', 'pairs', 'accuracy', 'TAR at FAR 1 %', 'TAR at FAR 0.1 %'],
      rows: [[...cells, accuracy.toFixed(4), tarAt1.rate.toFixed(3), tarAt01.rate.toFixed(3)]],
    },
    figures: { photos: images.size, missed, pairs: pairs.length, accuracy, tarAt1, tarAt01 },
  };
}

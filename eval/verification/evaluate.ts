import { compareVectors } from '../../src/detectors/match/compare-vectors.ts';
import { findSet } from '../find-set.ts';
import type { Evaluate, Table } from '../report.ts';
import { sampleEvenly } from '../sample-evenly.ts';
import { embedPhotos, type EmbeddedFace } from './embed-photos.ts';
import { acceptRateAt, crossValidatedAccuracy, type PairScores } from './error-rates.ts';
import { readPairs, readPortraits, type Portrait } from './read-labelled-people.ts';

const mostYearsApart = 3;
const ageGroups = [
  { name: '4-17 years', from: 4, to: 17 },
  { name: '4-7 years', from: 4, to: 7 },
  { name: '8-11 years', from: 8, to: 11 },
  { name: '12-17 years', from: 12, to: 17 },
  { name: '0-3 years', from: 0, to: 3 },
] as const;

type Progress = (done: number, total: number) => void;

/**
 * How well two photos of one person are told from photos of two people. Children: pairs at most three years apart, both
 * within an age group. Adults: labelled pairs, threshold chosen on the other half. A photo in which no face was found
 * fails every pair it is in. Option: `--limit N` photos or pairs.
 */
export const evaluate: Evaluate = async ({ dataFolder, extra, progress }) => {
  const children = findSet(dataFolder, 'faces-children', 'ground-truth.json');
  const adults = findSet(dataFolder, 'faces-adults', 'pairs.json');
  const tables: Table[] = [];
  const figures: Record<string, unknown> = {};
  if (children !== undefined) {
    const report = await verifyChildren(children, extra.limit, progress);
    tables.push(report.table);
    figures.children = report.figures;
  }
  if (adults !== undefined) {
    const report = await verifyAdults(adults, extra.limit, progress);
    tables.push(report.table);
    figures.adults = report.figures;
  }
  if (tables.length === 0) throw new Error(`Neither ground-truth.json nor pairs.json in ${dataFolder}`);
  return { tables, figures };
};

async function verifyChildren(folder: string, limit: string | undefined, progress: Progress) {
  const portraits = sampleEvenly(await readPortraits(folder), limit);
  const images = portraits.map(({ image }) => image);
  const embedded = await embedPhotos(folder, images, 'largest', progress);
  const rows = ageGroups.map(({ name, from, to }) => {
    const group = portraits.filter(({ age }) => age >= from && age <= to);
    const scores = pairScores(group, embedded);
    const missed = group.filter(({ image }) => !embedded.has(image)).length;
    return {
      name,
      photos: group.length,
      missed,
      genuine: scores.genuine.length,
      impostor: scores.impostor.length,
      tarAt1: acceptRateAt(scores, 0.01),
      tarAt01: acceptRateAt(scores, 0.001),
    };
  });
  return {
    table: {
      title: 'Children, pairs at most 3 years apart',
      columns: ['ages', 'photos', 'no face', 'pairs of one', 'of two', 'TAR at FAR 1 %', 'TAR at FAR 0.1 %'],
      rows: rows.map((row) => [
        row.name,
        String(row.photos),
        String(row.missed),
        String(row.genuine),
        String(row.impostor),
        `${row.tarAt1.rate.toFixed(3)} (from ${row.tarAt1.from.toFixed(2)})`,
        `${row.tarAt01.rate.toFixed(3)} (from ${row.tarAt01.from.toFixed(2)})`,
      ]),
    },
    figures: { photos: portraits.length, missed: portraits.length - embedded.size, ages: rows },
  };
}

function pairScores(group: readonly Portrait[], embedded: ReadonlyMap<string, EmbeddedFace>): PairScores {
  const [genuine, impostor]: [number[], number[]] = [[], []];
  for (const [at, a] of group.entries()) {
    for (const b of group.slice(at + 1)) {
      if (Math.abs(a.age - b.age) > mostYearsApart) continue;
      (a.subject === b.subject ? genuine : impostor).push(likenessOf(embedded.get(a.image), embedded.get(b.image)));
    }
  }
  return { genuine, impostor };
}

function likenessOf(a: EmbeddedFace | undefined, b: EmbeddedFace | undefined): number {
  return a === undefined || b === undefined ? -Infinity : compareVectors(a.vectors, b.vectors);
}

async function verifyAdults(folder: string, limit: string | undefined, progress: Progress) {
  const pairs = sampleEvenly(await readPairs(folder), limit);
  const images = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const embedded = await embedPhotos(folder, images, 'central', progress);
  const scored = pairs.map(({ a, b, same }) => ({ same, score: likenessOf(embedded.get(a), embedded.get(b)) }));
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
  const missed = images.length - embedded.size;
  return {
    table: {
      title: 'Adults, labelled pairs',
      columns: ['photos', 'no face', 'pairs', 'accuracy', 'TAR at FAR 1 %', 'TAR at FAR 0.1 %'],
      rows: [
        [
          String(images.length),
          String(missed),
          String(pairs.length),
          accuracy.toFixed(4),
          tarAt1.rate.toFixed(3),
          tarAt01.rate.toFixed(3),
        ],
      ],
    },
    figures: { photos: images.length, missed, pairs: pairs.length, accuracy, tarAt1, tarAt01 },
  };
}

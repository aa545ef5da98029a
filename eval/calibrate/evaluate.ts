import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import prettier from 'prettier';
import type { GroupErrors, MatchMeasurement, MeasuredShare } from '../../src/policy/words/match-measurement.ts';
import { measuredMatching } from '../../src/policy/words/measured-matching.ts';
import { findSet } from '../find-set.ts';
import type { Evaluate, Report, Table } from '../report.ts';
import { embedPhotos, type EmbeddedFace } from '../verification/embed-photos.ts';
import { pairChildren } from '../verification/pair-children.ts';
import { readPairs, readPortraits, type Pair, type Portrait } from '../verification/read-labelled-people.ts';
import { compareAdults } from './compare-adults.ts';
import { comparisonsOfChildren, type Comparison, type Group } from './comparison.ts';
import { drawCurves } from './draw-curves.ts';
import { fitScale } from './fit-scale.ts';
import { measureWords } from './measure-words.ts';
import { tradeOff, type TradePoint } from './trade-off.ts';

const root = path.join(import.meta.dirname, '../..');
const registerSizes = [5, 20, 50, 200] as const;
const drawn = [
  { group: 'pupils', name: 'children of 4 to 17', file: 'matching-children.svg' },
  { group: 'adults', name: 'adults', file: 'matching-adults.svg' },
] as const;
const shownReviews: readonly number[] = [0.01, 0.05, 0.1, 0.2, 0.3];

/**
 * Sets the scale of the matcher's scores and measures the words. Needs both sets of people. Writes
 * src/policy/words/measured-matching.ts and the curves under docs/figures. What is reported of a word was measured on
 * the half of the people that its scale was not fitted on; the scale that is written is fitted on all. Option:
 * `--keep FOLDER`, as in verification.
 */
export const evaluate: Evaluate = async ({ dataFolder, extra: { keep }, progress }) => {
  const children = findSet(dataFolder, 'faces-children', 'ground-truth.json');
  const adults = findSet(dataFolder, 'faces-adults', 'pairs.json');
  if (children === undefined || adults === undefined) {
    throw new Error(`${dataFolder} must hold faces-children and faces-adults`);
  }
  const [portraits, pairs] = [await readPortraits(children), await readPairs(adults)];
  const portraitNames = portraits.map(({ image }) => image);
  const pairNames = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const found = await embedPhotos({ folder: children, images: portraitNames, pick: 'largest', keep }, progress);
  const foundAdults = await embedPhotos({ folder: adults, images: pairNames, pick: 'central', keep }, progress);
  return calibrate(portraits, found, pairs, foundAdults);
};

/** The same from found faces. */
export async function calibrate(
  portraits: readonly Portrait[],
  foundChildren: ReadonlyMap<string, EmbeddedFace>,
  pairs: readonly Pair[],
  foundAdults: ReadonlyMap<string, EmbeddedFace>,
): Promise<Report> {
  return calibrateOn([
    ...comparisonsOfChildren(pairChildren(portraits, foundChildren)),
    ...compareAdults(pairs, foundAdults),
  ]);
}

/** The same from comparisons: measures, writes the file and the pictures, and reports. */
export async function calibrateOn(comparisons: readonly Comparison[]): Promise<Report> {
  const measurement = measure(comparisons);
  const curves = drawn.map((one) => ({ ...one, curves: curvesOf(comparisons, one.group, measurement) }));
  await writeMeasurement(measurement);
  for (const { name, file, curves: some } of curves) {
    await writeFile(path.join(root, 'docs/figures', file), drawCurves(`Missed and looked at: ${name}`, some));
  }
  return {
    tables: [errorTable(measurement.errors), ...curves.map(({ name, curves: some }) => curveTable(name, some))],
    figures: { measurement, curves },
  };
}

function measure(comparisons: readonly Comparison[]): MatchMeasurement {
  const groups: readonly Group[] = ['under-4', 'pupils', 'adults'];
  return {
    words: measuredMatching.words,
    scales: { alone: fitScale(comparisons, 'alone'), register: fitScale(comparisons, 'register') },
    errors: groups.flatMap((group) => [
      measureWords(comparisons, group, 'alone'),
      measureWords(comparisons, group, 'register'),
    ]),
  };
}

function curvesOf(comparisons: readonly Comparison[], group: Group, { scales }: MatchMeasurement) {
  return registerSizes.map((pupils) => ({
    label: `register of ${pupils}`,
    points: tradeOff(comparisons, group, pupils, scales),
  }));
}

async function writeMeasurement(measurement: MatchMeasurement): Promise<void> {
  const file = path.join(root, 'src/policy/words/measured-matching.ts');
  const code = [
    "import type { MatchMeasurement } from './match-measurement.ts';\n",
    '/** Written by `npm run eval -- calibrate`; docs/accuracy.md says on what. Never edited by hand. */',
    `export const measuredMatching: MatchMeasurement = ${JSON.stringify(measurement)};`,
  ].join('\n');
  const options = await prettier.resolveConfig(file);
  await writeFile(file, await prettier.format(code, { ...options, parser: 'typescript' }));
}

function errorTable(errors: readonly GroupErrors[]): Table {
  const cell = ({ share, from, to }: MeasuredShare): string => `${asShare(share)} (${asShare(from)} to ${asShare(to)})`;
  return {
    title:
      'How often a word is wrong, on the half of the people that was not fitted on, with 95 % intervals by subject',
    columns: ['group', 'compared', 'likely: strangers', 'likely: missed', 'possible: strangers', 'possible: missed'],
    rows: errors.map(({ group, scale, likely, possible }) => [
      group,
      scale === 'alone' ? 'two photos' : 'in a register',
      ...[likely.strangers, likely.missed, possible.strangers, possible.missed].map(cell),
    ]),
  };
}

function curveTable(
  name: string,
  curves: readonly { readonly label: string; readonly points: readonly TradePoint[] }[],
): Table {
  return {
    title: `Missed at a share of strangers’ faces looked at: ${name}`,
    columns: ['', ...shownReviews.map((share) => `${(share * 100).toFixed(0)} %`)],
    rows: curves.map(({ label, points }) => [
      label,
      ...points
        .filter(({ review }) => shownReviews.includes(review))
        .map(({ missed, from, to }) => `${asShare(missed)} (${asShare(from)} to ${asShare(to)})`),
    ]),
  };
}

const asShare = (share: number): string => share.toFixed(share < 0.02 ? 4 : 3);

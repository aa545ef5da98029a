import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import prettier from 'prettier';
import { netsWithPack, packNet, shippedNets, type ComparedNet } from '../../src/detectors/match/likeness-model.ts';
import { readPackMeasurement, type PackMeasurement } from '../../src/detectors/match/pack-measurement.ts';
import { readEmbedderModel } from '../../src/detectors/match/read-embedder-model.ts';
import type { GroupErrors, MatchMeasurement, MeasuredShare } from '../../src/policy/words/match-measurement.ts';
import { measuredMatching } from '../../src/policy/words/measured-matching.ts';
import { findSet } from '../find-set.ts';
import type { Evaluate, Report, Table } from '../report.ts';
import { embedPhotos } from '../verification/embed-photos.ts';
import { matchingPackOf, openEmbedderFor } from '../verification/open-embedder-for.ts';
import { pairChildren } from '../verification/pair-children.ts';
import { readPairs, readPortraits } from '../verification/read-labelled-people.ts';
import { compareAdults } from './compare-adults.ts';
import { comparisonsOfChildren, type Comparison, type Group } from './comparison.ts';
import { drawCurves } from './draw-curves.ts';
import { fitScale } from './fit-scale.ts';
import { measureWords } from './measure-words.ts';
import { tradeOff, type TradePoint } from './trade-off.ts';
import { weightsOfPack } from './weights-of-pack.ts';

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
 * the half of the people that its scale was not fitted on; the scale that is written is fitted on all. Options:
 * `--keep FOLDER`, as in verification; `--pack FILE --measured FILE` measures a matching pack beside the shipped nets
 * instead and writes that to a file for `photoward models use NAME --measured FILE`.
 */
export const evaluate: Evaluate = async ({ dataFolder, extra: { keep, pack, measured }, progress }) => {
  if ((pack === undefined) !== (measured === undefined)) throw new Error('--pack and --measured go together');
  const children = findSet(dataFolder, 'faces-children', 'ground-truth.json');
  const adults = findSet(dataFolder, 'faces-adults', 'pairs.json');
  if (children === undefined || adults === undefined) {
    throw new Error(`${dataFolder} must hold faces-children and faces-adults`);
  }
  const embedder = await openEmbedderFor({ pack });
  const [portraits, pairs] = [await readPortraits(children), await readPairs(adults)];
  const portraitNames = portraits.map(({ image }) => image);
  const pairNames = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const found = await embedPhotos(
    { folder: children, images: portraitNames, pick: 'largest', keep, embedder },
    progress,
  );
  const foundAdults = await embedPhotos(
    { folder: adults, images: pairNames, pick: 'central', keep, embedder },
    progress,
  );
  const compare = (nets: readonly ComparedNet[]) => [
    ...comparisonsOfChildren(pairChildren(portraits, found, nets)),
    ...compareAdults(pairs, foundAdults, nets),
  ];
  if (pack === undefined || measured === undefined) return calibrateOn(compare(shippedNets));
  const { report, ...measurement } = measurePack(compare);
  const { id, sha256 } = await matchingPackOf(pack);
  const about = { pack: id, sha256, beside: await readEmbedderModel() };
  const text = `${JSON.stringify({ ...about, ...measurement } satisfies PackMeasurement, null, 2)}\n`;
  readPackMeasurement(text, await matchingPackOf(pack), about.beside); // what could not be used is not written
  await writeFile(measured, text);
  return report;
};

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

/** The same for a pack beside the shipped nets; what the shipped nets alone give is reported with it. */
export function measurePack(compare: (nets: readonly ComparedNet[]) => readonly Comparison[]) {
  const [shipped, alone] = [compare(shippedNets), compare([packNet(1)])];
  const weights = weightsOfPack(shipped, alone);
  const comparisons = compare(netsWithPack(weights));
  const measurement = measure(comparisons);
  const { errors: shippedErrors } = measure(shipped);
  const tables = [
    errorTable(measurement.errors),
    errorTable(shippedErrors, 'The same with the shipped nets alone'),
    ...drawn.map(({ name, group }) => curveTable(name, curvesOf(comparisons, group, measurement))),
  ];
  return { ...measurement, weights, shippedErrors, report: { tables, figures: { weights, measurement } } };
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

const errorTitle =
  'How often a word is wrong, on the half of the people that was not fitted on, with 95 % intervals by subject';

function errorTable(errors: readonly GroupErrors[], title = errorTitle): Table {
  const cell = ({ share, from, to }: MeasuredShare): string => `${asShare(share)} (${asShare(from)} to ${asShare(to)})`;
  return {
    title,
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

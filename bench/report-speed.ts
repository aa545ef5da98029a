import { availableParallelism, cpus } from 'node:os';
import { photosAMinute, type Figures } from './figures.ts';
import type { Floor } from './measure-floor.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const megabytes = (bytes: number | null): string => (bytes === null ? '–' : (bytes / 2 ** 20).toFixed(0));

function contestants(all: readonly Figures[]): string {
  const base = all[0]!;
  return table(
    [
      '',
      'photos a minute',
      'times as many',
      'processor ms a photo',
      'faces found',
      'first answer, ms',
      'peak memory, MB',
      'what it does',
    ],
    all.map((one) => [
      one.name,
      photosAMinute(one).toFixed(1),
      (photosAMinute(one) / photosAMinute(base)).toFixed(2),
      one.processorMs === null ? '–' : (one.processorMs / one.photos).toFixed(0),
      String(one.faces),
      one.firstAnswerMs.toFixed(0),
      megabytes(one.peakBytes),
      one.does,
    ]),
  );
}

function stages({ stagesMs }: Figures): string {
  const sum = Object.values(stagesMs).reduce((total, ms) => total + ms, 0);
  const rows = Object.entries(stagesMs).map(([stage, ms]) => [
    stage,
    ms.toFixed(0),
    `${((100 * ms) / sum).toFixed(0)} %`,
  ]);
  return table(['stage', 'ms a photo', 'share'], [...rows, ['all', sum.toFixed(0), '100 %']]);
}

function floorLine({ netsMs, codecsMs, wholeMs }: Floor): string {
  const floorMs = netsMs + codecsMs;
  return [
    `The nets alone take ${netsMs.toFixed(0)} ms a photo and the codecs ${codecsMs.toFixed(0)} ms: a floor of`,
    `${floorMs.toFixed(0)} ms. The whole check takes ${wholeMs.toFixed(0)} ms in the same process,`,
    `${(wholeMs / floorMs).toFixed(2)} times the floor.`,
  ].join(' ');
}

/** The whole comparison as Markdown. The first contestant is the one that the others are set against. */
export function reportSpeed(photos: string, all: readonly Figures[], floor: Floor, left: readonly string[]): string {
  const [machine] = cpus();
  return [
    '# Speed',
    `\`npm run bench\`, ${photos}; ${machine?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.versions.node}. All contestants ran in this order in one run, on the same photos.`,
    'Times move with the machine and with what else it does: ratios count, and processor time more than the clock.',
    contestants(all),
    ...left.map((line) => `**${line}**`),
    `## Stage by stage (${all[0]!.name})`,
    stages(all[0]!),
    '## Beside the floor',
    floorLine(floor),
    '',
  ].join('\n\n');
}

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Evaluate, Table } from '../report.ts';
import { hasExiftool, readWithExiftool, type ToolTags } from './exiftool.ts';
import { factKinds, isInFile } from './fact-kinds.ts';
import { forbiddenTags, leakedNeedles, needlesOf } from './find-leaks.ts';
import { sanitiseFile, type Sanitised } from './sanitise-file.ts';

// npm run eval -- sanitise --data FOLDER [--limit FILES]
// Cleans every file and looks for anything of the original in the copy: with exiftool, where it is installed, against an
// allow-list, and byte by byte for every text the original's metadata held.

const filesPerBatch = 40;

interface Leak {
  readonly file: string;
  readonly what: string;
}

interface Checked {
  readonly results: Sanitised[];
  readonly leaks: Leak[];
  readonly facts: Map<string, { inFile: number; reported: number; missed: string[] }>;
  needles: number;
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function countFacts(result: Sanitised, tags: ToolTags, checked: Checked): void {
  const { metadata } = result;
  if (metadata === null) return;
  for (const kind of factKinds) {
    if (!isInFile(kind, tags)) continue;
    const tally = checked.facts.get(kind.name) ?? { inFile: 0, reported: 0, missed: [] };
    tally.inFile++;
    if (kind.isReported(metadata)) tally.reported++;
    else tally.missed.push(result.file);
    checked.facts.set(kind.name, tally);
  }
}

async function checkBatch(
  batch: readonly Sanitised[],
  folder: string,
  withTool: boolean,
  checked: Checked,
): Promise<void> {
  const outputs = batch.map((_, index) => path.join(folder, `${index}.jpg`));
  await Promise.all(batch.map((result, index) => writeFile(outputs[index]!, result.copy?.bytes ?? '')));
  const none: ToolTags[] = batch.map(() => new Map());
  const before = withTool ? await readWithExiftool(batch.map(({ file }) => file)) : none;
  const after = withTool ? await readWithExiftool(outputs) : none;
  batch.forEach((result, index) => {
    countFacts(result, before[index]!, checked);
    if (result.copy === null) return;
    const own = result.metadata?.items.map((item) => item.value) ?? [];
    const needles = needlesOf(before[index]!, own);
    checked.needles += needles.length;
    const found = [...forbiddenTags(after[index]!), ...leakedNeedles(result.copy.bytes, needles)];
    checked.leaks.push(...found.map((what) => ({ file: result.file, what })));
  });
}

function outcomeTable(results: readonly Sanitised[], title: string, groupOf: (result: Sanitised) => string): Table {
  const outcomes = [...new Set(results.map(({ outcome }) => outcome))].sort();
  const groups = [...new Set(results.map(groupOf))].sort();
  const count = (group: string, outcome?: string): string =>
    String(results.filter((r) => groupOf(r) === group && (outcome === undefined || r.outcome === outcome)).length);
  return {
    title,
    columns: ['', 'files', ...outcomes],
    rows: groups.map((group) => [group, count(group), ...outcomes.map((outcome) => count(group, outcome))]),
  };
}

function tablesOf(checked: Checked, dataFolder: string, withTool: boolean): Table[] {
  const { results, leaks, facts, needles } = checked;
  const short = (file: string): string => path.relative(dataFolder, file);
  const factRows = [...facts].map(([name, { inFile, reported, missed }]) => [
    name,
    String(inFile),
    String(reported),
    (reported / inFile).toFixed(3),
    missed
      .slice(0, 3)
      .map((file) => path.basename(file))
      .join(' '),
  ]);
  const refused = results.filter(({ outcome }) => outcome !== 'cleaned');
  return [
    outcomeTable(results, 'By folder', ({ file }) => short(file).split(path.sep)[0]!),
    outcomeTable(results, 'By kind', ({ kind }) => kind),
    {
      title: `Leaks: ${leaks.length} (${needles} texts of the originals looked for; exiftool ${withTool ? 'used' : 'NOT INSTALLED'})`,
      columns: ['file', 'what'],
      rows: leaks.slice(0, 50).map(({ file, what }) => [short(file), what.slice(0, 80)]),
    },
    {
      title: 'Facts exiftool found and our reading reported',
      columns: ['fact', 'files', 'reported', 'recall', 'missed in'],
      rows: factRows,
    },
    {
      title: `Refused: ${refused.length}`,
      columns: ['file', 'code', 'detail'],
      rows: refused.map(({ file, outcome, detail }) => [short(file), outcome, detail]),
    },
  ];
}

/** Sanitisation of a folder of photos; see the comment at the top. */
export const evaluate: Evaluate = async ({ dataFolder, extra, ...options }) => {
  const files = (await listFiles(dataFolder)).slice(0, Number(extra['limit'] ?? Infinity));
  const withTool = await hasExiftool();
  const checked: Checked = { results: [], leaks: [], facts: new Map(), needles: 0 };
  const folder = await mkdtemp(path.join(tmpdir(), 'photoward-sanitise-'));
  try {
    for (let at = 0; at < files.length; at += filesPerBatch) {
      const batch: Sanitised[] = [];
      for (const file of files.slice(at, at + filesPerBatch)) batch.push(await sanitiseFile(file));
      await checkBatch(batch, folder, withTool, checked);
      // Copies are checked; keeping their bytes would keep every photo in memory.
      checked.results.push(...batch.map((result) => ({ ...result, copy: null })));
      options.progress(Math.min(at + filesPerBatch, files.length), files.length);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const { results, leaks, needles } = checked;
  const outcomes = results.map(({ file, kind, outcome, detail, ms }) => ({
    file: path.relative(dataFolder, file),
    kind,
    outcome,
    detail,
    ms,
  }));
  const facts = Object.fromEntries(checked.facts);
  return { tables: tablesOf(checked, dataFolder, withTool), figures: { leaks, needles, facts, outcomes } };
};

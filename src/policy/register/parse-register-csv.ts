import { AppError } from '../../lib/app-error.ts';
import type { BiometricPermission, ChannelId, Pupil, PupilId, RegisterEntry } from '../words/people.ts';
import { mapColumns, type ColumnMap } from './map-columns.ts';
import { readCsvRows, type CsvRow } from './read-csv-rows.ts';
import { readRow, type RegisterRow } from './read-row.ts';
import { groupBy } from '../group-by.ts';

/** A register file, read whole. */
export interface ParsedRegister {
  readonly pupils: readonly Pupil[];
  /** In the order of the columns; 'public' when the file has no channel column. */
  readonly channels: readonly ChannelId[];
  /** Who may not appear where; one entry for each pupil and reason. */
  readonly register: readonly RegisterEntry[];
  readonly biometric: ReadonlyMap<PupilId, BiometricPermission>;
  /** Headings of columns that are neither known nor a channel. */
  readonly unusedColumns: readonly string[];
}

const shownProblems = 20;

function refuse(problems: readonly string[]): never {
  const more = problems.length - shownProblems;
  const shown = problems.slice(0, shownProblems).join('; ');
  throw new AppError('register-invalid', { detail: more > 0 ? `${shown}; and ${more} more` : shown });
}

function readLines(text: string): readonly CsvRow[] {
  const rows = readCsvRows(text, (line) => refuse([`line ${line}: not readable as CSV (check the quotes)`]));
  const ragged = rows.filter(({ cells }) => cells.length !== rows[0]!.cells.length);
  return ragged.length === 0 ? rows : refuse(ragged.map(({ line }) => `line ${line}: not as many cells as headings`));
}

function entriesOf(row: RegisterRow, channels: readonly ChannelId[]): RegisterEntry[] {
  const { pupil, biometric } = row;
  if (row.isRestricted) return [{ pupil, reason: 'restricted', channels, biometric }];
  const statuses = channels.map((channel) => ({ channel, status: row.statuses.get(channel) ?? 'no-record' }));
  return [...groupBy(statuses, ({ status }) => status)].flatMap(([reason, list]) =>
    reason === 'permitted' ? [] : [{ pupil, reason, channels: list.map(({ channel }) => channel), biometric }],
  );
}

function findRepeats(rows: readonly (RegisterRow | null)[], lines: readonly CsvRow[]): string[] {
  const firstLine = new Map<string, number>();
  return rows.flatMap((row, index) => {
    if (row === null) return [];
    // Folders may not tell upper from lower case, so neither may ids.
    const key = row.pupil.id.toLowerCase();
    const before = firstLine.get(key);
    if (before !== undefined) return [`line ${lines[index]!.line}: the same pupil id as line ${before}`];
    firstLine.set(key, lines[index]!.line);
    return [];
  });
}

/**
 * The register from the text of a `register.csv`: headings in the first line, a pupil a line. Known headings are
 * matched leniently (csv-columns.ts); `channel:website`, or a column of consent words, is a channel. Without any
 * channel column, everybody in the file may not appear in public, because nothing is permitted.
 * Throws AppError 'register-invalid' with every problem and its line number; nothing is half-used.
 */
export function parseRegisterCsv(text: string): ParsedRegister {
  const [heading, ...lines] = readLines(text);
  if (heading === undefined || lines.length === 0) return refuse(['there are no pupils in it']);
  const problems: string[] = [];
  const columns: ColumnMap = mapColumns(heading.cells, lines, problems);
  if (problems.length > 0) return refuse(problems);
  const rows = lines.map((line) => readRow(line, columns, problems));
  problems.push(...findRepeats(rows, lines));
  if (problems.length > 0) return refuse(problems);
  const read = rows.filter((row) => row !== null);
  const named = [...columns.channels.keys()];
  const channels = named.length === 0 ? ['public'] : named;
  return {
    pupils: read.map((row) => row.pupil),
    channels,
    register: read.flatMap((row) => entriesOf(row, channels)),
    biometric: new Map(read.map((row) => [row.pupil.id, row.biometric])),
    unusedColumns: columns.unused,
  };
}

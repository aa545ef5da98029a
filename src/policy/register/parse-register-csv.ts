import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AppError } from '../../lib/app-error.ts';
import type { BiometricPermission, ChannelId, Pupil, PupilId, RegisterEntry } from '../words/people.ts';
import { findDelimiter } from './csv-delimiter.ts';
import { mapColumns, type ColumnMap } from './map-columns.ts';
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

/** One line of the file: its number there, and its cells. */
export interface CsvLine {
  readonly number: number;
  readonly cells: readonly string[];
}

const shownProblems = 20;
const parsedLines = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }));

function refuse(problems: readonly string[]): never {
  const more = problems.length - shownProblems;
  const shown = problems.slice(0, shownProblems).join('; ');
  throw new AppError('register-invalid', { detail: more > 0 ? `${shown}; and ${more} more` : shown });
}

function readLines(text: string): CsvLine[] {
  const { delimiter, text: table } = findDelimiter(text);
  try {
    const options = { bom: true, delimiter, info: true, skip_empty_lines: true, trim: true } as const;
    const rows = parsedLines.parse(parse(table, options));
    const filled = rows.filter(({ record }) => record.some((cell) => cell !== ''));
    return filled.map(({ info, record }) => ({ number: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? `line ${error['lines']}: ` : '';
    const isRagged = error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH';
    return refuse([`${line}${isRagged ? 'not as many cells as headings' : 'not readable as CSV (check the quotes)'}`]);
  }
}

function entriesOf(row: RegisterRow, channels: readonly ChannelId[]): RegisterEntry[] {
  const { pupil, biometric } = row;
  if (row.isRestricted) return [{ pupil, reason: 'restricted', channels, biometric }];
  const statuses = channels.map((channel) => ({ channel, status: row.statuses.get(channel) ?? 'no-record' }));
  return [...groupBy(statuses, ({ status }) => status)].flatMap(([reason, list]) =>
    reason === 'permitted' ? [] : [{ pupil, reason, channels: list.map(({ channel }) => channel), biometric }],
  );
}

function findRepeats(rows: readonly (RegisterRow | null)[], lines: readonly CsvLine[]): string[] {
  const firstLine = new Map<string, number>();
  return rows.flatMap((row, index) => {
    if (row === null) return [];
    // Folders may not tell upper from lower case, so neither may ids.
    const key = row.pupil.id.toLowerCase();
    const before = firstLine.get(key);
    if (before !== undefined) return [`line ${lines[index]!.number}: the same pupil id as line ${before}`];
    firstLine.set(key, lines[index]!.number);
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
  const read = rows.filter((row) => row !== null);
  if (problems.length > 0 || read.length !== rows.length) return refuse(problems);
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

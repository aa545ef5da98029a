import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { findDelimiter } from './csv-delimiter.ts';

const parsedRows = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }));

/** One row of a file that is not empty, and the line it ends on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Our own export puts an apostrophe before what a spreadsheet would run as a formula. */
const plainCell = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@])/, '');

/**
 * The rows of a school's CSV: whatever separates its cells (`findDelimiter`), each with as many cells as it has. `refuse`
 * throws what is to be said where it cannot be read as CSV, of the line that is to blame.
 */
export function readCsvRows(text: string, refuse: (line: number) => never): readonly CsvRow[] {
  const { delimiter, text: table } = findDelimiter(text);
  try {
    const options = { bom: true, delimiter, info: true, skip_empty_lines: true, trim: true } as const;
    const rows = parsedRows.parse(parse(table, { ...options, relax_column_count: true, max_record_size: 100_000 }));
    return rows
      .filter(({ record }) => record.some((cell) => cell.trim() !== ''))
      .map(({ info, record }) => ({ line: info.lines, cells: record.map(plainCell) }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse(typeof error['lines'] === 'number' ? error['lines'] : 1);
  }
}

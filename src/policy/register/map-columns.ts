import type { ChannelId } from '../words/people.ts';
import { registerFieldOf, type RegisterField } from './csv-columns.ts';
import { isPlainStatus, readStatus } from './csv-values.ts';
import type { CsvRow } from './read-csv-rows.ts';

/** Where each field and channel stands, as column numbers from 0. */
export interface ColumnMap {
  readonly fields: ReadonlyMap<RegisterField, number>;
  readonly channels: ReadonlyMap<ChannelId, number>;
  /** Headings that mean nothing known, as they are written. */
  readonly unused: readonly string[];
}

/** A channel id from a heading: 'Local press' → 'local-press'; empty when nothing usable is left. */
function channelIdOf(heading: string): ChannelId {
  return heading
    .replace(/^\s*channel\s*:/i, '')
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Whether a column without the `channel:` mark is one: it has consent words, and little else. */
function looksLikeChannel(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const known = filled.filter((cell) => readStatus(cell) !== undefined);
  // One wrong word among many must not make the whole channel vanish: the row will be refused with its line number.
  return filled.some(isPlainStatus) && known.length * 2 > filled.length;
}

function checkFields(fields: ReadonlyMap<RegisterField, number>, problems: string[]): void {
  if (!fields.has('id')) problems.push('line 1: no column pupil_id');
  if (!fields.has('name') && !(fields.has('first') && fields.has('last'))) {
    problems.push('line 1: no columns first_name and last_name, and no column name');
  }
}

/** What each column means. Adds to `problems` when one is missing or given twice. */
export function mapColumns(headings: readonly string[], lines: readonly CsvRow[], problems: string[]): ColumnMap {
  const fields = new Map<RegisterField, number>();
  const channels = new Map<ChannelId, number>();
  const unused: string[] = [];
  headings.forEach((heading, column) => {
    const isMarked = /^\s*channel\s*:/i.test(heading);
    const field = isMarked ? undefined : registerFieldOf(heading);
    const isRepeated = field !== undefined && fields.has(field);
    if (isRepeated) problems.push(`line 1: two columns mean the same, the second is column ${column + 1}`);
    if (field !== undefined && !isRepeated) fields.set(field, column);
    if (field !== undefined) return;
    if (!isMarked && !looksLikeChannel(lines.map((line) => line.cells[column] ?? ''))) {
      if (heading !== '') unused.push(heading);
      return;
    }
    const id = channelIdOf(heading);
    if (id === '') problems.push(`line 1: the channel in column ${column + 1} has no name`);
    else if (channels.has(id)) problems.push(`line 1: the channel in column ${column + 1} is there twice`);
    else channels.set(id, column);
  });
  checkFields(fields, problems);
  return { fields, channels, unused };
}

import { readDay, readStatus } from './csv-values.ts';
import {
  everyChannel,
  findConsentListColumns,
  type ConsentListColumns,
  type NamedChannel,
} from './consent-list-columns.ts';
import { problemOfDays } from './problem-of-days.ts';
import { readCsvRows } from './read-csv-rows.ts';
import { refuseCsv, refuseList } from './refuse-list.ts';
import { nameKey } from './who-answered.ts';

/** What holds where the file does not say. Days are ISO days. */
export interface ConsentListDefaults {
  readonly validFrom: string;
  readonly validUntil: string;
  readonly givenBy: string;
}

/** One answer a line gives. */
export interface ListedAnswer {
  /** Null: every channel. */
  readonly channelId: string | null;
  readonly answer: 'permitted' | 'refused' | 'withdrawn';
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly givenBy: string;
}

/** One line of the file: a pupil's answers, or what is wrong with it. */
export interface ConsentLine {
  readonly line: number;
  readonly schoolNumber: string;
  readonly answers: readonly ListedAnswer[];
  readonly problems: readonly string[];
}

export interface ConsentList {
  readonly lines: readonly ConsentLine[];
  /** Field or channel → heading, as it was read. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly unusedHeadings: readonly string[];
}

const mostLines = 20_000;
const longestGivenBy = 200;

/** What a channel's cell says: an answer, nothing, or what is wrong with it. */
function readCell(cell: string): ListedAnswer['answer'] | null | { readonly problem: string } {
  const status = readStatus(cell);
  if (status === 'permitted' || status === 'refused' || status === 'withdrawn') return status;
  if (status === 'no-record' || status === 'expired') return null;
  if (status === 'pupil-objected') return { problem: 'is the pupil’s own objection: record it on the pupil’s page' };
  return { problem: `“${cell.slice(0, 40)}” is not an answer like yes, no, refused or withdrawn` };
}

function dayIn(cell: string, fallback: string, name: string, problems: string[]): string {
  if (cell === '') return fallback;
  const day = readDay(cell.replace(/[ T]\d{1,2}:\d{2}(:\d{2})?$/, ''));
  if (day === undefined) problems.push(`${name} is not a date like 2026-04-30 or 30/04/2026`);
  return day ?? fallback;
}

function readLine(
  line: number,
  cells: readonly string[],
  columns: ConsentListColumns,
  defaults: ConsentListDefaults,
  headingCount: number,
): ConsentLine {
  const cellAt = (column: number | undefined): string => cells[column ?? -1] ?? '';
  const schoolNumber = cellAt(columns.schoolNumber);
  if (cells.length !== headingCount) {
    return { line, schoolNumber, answers: [], problems: ['has not as many cells as there are headings'] };
  }
  const problems: string[] = schoolNumber === '' ? ['schoolNumber is missing'] : [];
  const validFrom = dayIn(cellAt(columns.validFrom), defaults.validFrom, 'the first day', problems);
  const lastDay = dayIn(cellAt(columns.validUntil), defaults.validUntil, 'the last day', problems);
  const givenBy = cellAt(columns.givenBy) || defaults.givenBy;
  if (givenBy.length > longestGivenBy) problems.push(`who gave it has more than ${longestGivenBy} characters`);
  if (/[\p{Cc}\u202d\u202e]/u.test(givenBy) || /^[=+@]/.test(givenBy))
    problems.push('who gave it looks like a spreadsheet formula');
  const answers: ListedAnswer[] = [];
  for (const [channel, column] of columns.channels) {
    const answer = readCell(cellAt(column));
    if (answer === null) continue;
    if (typeof answer === 'object') {
      problems.push(`${channel === everyChannel ? 'every channel' : channel} ${answer.problem}`);
      continue;
    }
    const validUntil = answer === 'permitted' ? lastDay : null;
    const channelId = channel === everyChannel ? null : channel;
    answers.push({ channelId, answer, validFrom, validUntil, givenBy });
  }
  const wrongDays = answers.flatMap((answer) => problemOfDays(answer) ?? []);
  if (wrongDays.length > 0) problems.push(`the last day ${wrongDays[0]!}`);
  return { line, schoolNumber, answers: problems.length > 0 ? [] : answers, problems };
}

/** Two lines for one pupil may hold two parents' answers, but not two by the same person. */
function refuseRepeats(lines: readonly ConsentLine[]): ConsentLine[] {
  const firstLine = new Map<string, number>();
  return lines.map((one) => {
    const keys = one.answers.map(({ channelId, givenBy }) =>
      JSON.stringify([one.schoolNumber.toLowerCase(), channelId, nameKey(givenBy)]),
    );
    const before = keys.map((key) => firstLine.get(key)).find((line) => line !== undefined);
    for (const key of keys) if (!firstLine.has(key)) firstLine.set(key, one.line);
    if (before === undefined) return one;
    return { ...one, answers: [], problems: [`answers for the same pupil by the same person as line ${before}`] };
  });
}

/**
 * A list of answers from its CSV text: a line a pupil, a column a channel. Throws `import-has-problems` only when it
 * cannot be read as such a list at all. Problems of single lines are in the answer.
 */
export function readConsentList(
  text: string,
  channels: readonly NamedChannel[],
  defaults: ConsentListDefaults,
  mapping: Readonly<Record<string, string>> = {},
): ConsentList {
  const [heading, ...rows] = readCsvRows(text, refuseCsv);
  if (heading === undefined || rows.length === 0)
    return refuseList([{ path: 'line 1', message: 'no answers in the file' }]);
  if (rows.length > mostLines) {
    return refuseList([{ path: `line ${mostLines + 2}`, message: `more than ${mostLines} lines` }]);
  }
  const headings = heading.cells;
  const { columns, problems } = findConsentListColumns(headings, channels, mapping);
  if (problems.length > 0) return refuseList(problems);
  const lines = rows.map(({ line, cells }) => readLine(line, cells, columns, defaults, headings.length));
  const { channels: ofChannels, ...fields } = columns;
  const used = [...Object.entries(fields), ...ofChannels].flatMap(([name, at]) =>
    at === undefined ? [] : [[name, at] as const],
  );
  return {
    lines: refuseRepeats(lines),
    mapping: Object.fromEntries(used.map(([name, at]) => [name, headings[at]!])),
    unusedHeadings: headings.filter((_, column) => !used.some(([, at]) => at === column)),
  };
}

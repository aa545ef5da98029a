import { readDay } from './csv-values.ts';
import { isPupilId } from './pupil-id.ts';
import { readCsvRows } from './read-csv-rows.ts';
import { refuseCsv, refuseList } from './refuse-list.ts';
import { findPupilListColumns, type PupilListColumns, type PupilListField } from './pupil-list-columns.ts';

/** What a list says of one pupil; a field without a column is undefined, an empty cell null. */
export interface ListedPupil {
  readonly schoolNumber: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName?: string | null;
  readonly otherNames?: readonly string[];
  readonly className?: string | null;
  readonly yearGroup?: string | null;
  readonly dateOfBirth?: string | null;
  readonly leftOn?: string | null;
}

/** One line of the file: a pupil, or what is wrong with it. */
export interface ListLine {
  readonly line: number;
  readonly pupil: ListedPupil | null;
  readonly problems: readonly string[];
}

export interface PupilList {
  readonly lines: readonly ListLine[];
  /** Field → heading, as it was read. */
  readonly mapping: Readonly<Partial<Record<PupilListField, string>>>;
  readonly unusedHeadings: readonly string[];
}

const mostLines = 20_000;
const longest: Readonly<Partial<Record<PupilListField, number>>> = { className: 60, yearGroup: 30 };

/** Problems of a cell that any column may have. */
function problemsOfCell(field: PupilListField, cell: string): string[] {
  const most = longest[field] ?? 100;
  return [
    ...(cell.length > most ? [`${field} has more than ${most} characters`] : []),
    ...(/[\p{Cc}\u202d\u202e]/u.test(cell) ? [`${field} holds control characters`] : []),
    ...(/^[=+@]/.test(cell) ? [`${field} looks like a spreadsheet formula`] : []),
  ];
}

function dayIn(cell: string, field: PupilListField, problems: string[]): string | null {
  if (cell === '') return null;
  const day = readDay(cell.replace(/[ T]\d{1,2}:\d{2}(:\d{2})?$/, ''));
  if (day === undefined) problems.push(`${field} is not a date like 2015-04-30 or 30/04/2015`);
  return day ?? null;
}

function readLine(line: number, cells: readonly string[], columns: PupilListColumns, headingCount: number): ListLine {
  const problems: string[] = [];
  if (cells.length !== headingCount) {
    return { line, pupil: null, problems: ['has not as many cells as there are headings'] };
  }
  const cell = (field: PupilListField): string => cells[columns.get(field) ?? -1] ?? '';
  for (const field of columns.keys()) problems.push(...problemsOfCell(field, cell(field)));
  const [schoolNumber, firstName, lastName] = [cell('schoolNumber'), cell('firstName'), cell('lastName')];
  if (schoolNumber === '') problems.push('schoolNumber is missing');
  else if (!isPupilId(schoolNumber)) {
    problems.push('schoolNumber may hold only letters, digits, full stops, hyphens and underscores');
  }
  if (firstName === '') problems.push('firstName is missing');
  if (lastName === '') problems.push('lastName is missing');
  const preferred = cell('preferredName');
  const optional = {
    ...(columns.has('preferredName') && { preferredName: preferred === '' || preferred === firstName ? null : preferred }),
    ...(columns.has('otherNames') && { otherNames: cell('otherNames').split(';').map((one) => one.trim()).filter((one) => one !== '') }),
    ...(columns.has('className') && { className: cell('className') || null }),
    ...(columns.has('yearGroup') && { yearGroup: cell('yearGroup') || null }),
    ...(columns.has('dateOfBirth') && { dateOfBirth: dayIn(cell('dateOfBirth'), 'dateOfBirth', problems) }),
    ...(columns.has('leftOn') && { leftOn: dayIn(cell('leftOn'), 'leftOn', problems) }),
  }; // prettier-ignore
  const pupil = problems.length > 0 ? null : { schoolNumber, firstName, lastName, ...optional };
  return { line, pupil, problems };
}

/** Two lines for one pupil: the later is a problem. Numbers differ in more than case, because files are named by them. */
function refuseRepeats(lines: readonly ListLine[]): ListLine[] {
  const firstLine = new Map<string, number>();
  return lines.map((one) => {
    if (one.pupil === null) return one;
    const key = one.pupil.schoolNumber.toLowerCase();
    const before = firstLine.get(key);
    if (before === undefined) {
      firstLine.set(key, one.line);
      return one;
    }
    return { line: one.line, pupil: null, problems: [`has the same schoolNumber as line ${before}`] };
  });
}

/**
 * A school's pupil list from its CSV text. Throws `import-has-problems` only when it cannot be read as a list at all: no
 * CSV, no pupils, columns that are not recognised and not in `mapping`. Problems of single lines are in the answer.
 */
export function readPupilList(
  text: string,
  mapping: Partial<Readonly<Record<PupilListField, string | undefined>>> = {},
): PupilList {
  const [heading, ...rows] = readCsvRows(text, refuseCsv);
  if (heading === undefined || rows.length === 0)
    return refuseList([{ path: 'line 1', message: 'no pupils in the file' }]);
  if (rows.length > mostLines)
    return refuseList([{ path: `line ${mostLines + 2}`, message: `more than ${mostLines} pupils` }]);
  const headings = heading.cells;
  const { columns, problems } = findPupilListColumns(headings, mapping);
  if (problems.length > 0) return refuseList(problems);
  const lines = rows.map(({ line, cells }) => readLine(line, cells, columns, headings.length));
  const used = new Set(columns.values());
  return {
    lines: refuseRepeats(lines),
    mapping: Object.fromEntries([...columns].map(([field, column]) => [field, headings[column]!])),
    unusedHeadings: headings.filter((_, column) => !used.has(column)),
  };
}

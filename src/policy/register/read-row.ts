import type { BiometricPermission, ChannelId, Pupil, PupilName } from '../words/people.ts';
import type { RegisterField } from './csv-columns.ts';
import { readDay, readPermission, readStatus, readYesNo, type ChannelCell } from './csv-values.ts';
import type { ColumnMap } from './map-columns.ts';
import type { CsvRow } from './read-csv-rows.ts';
import { isPupilId } from './pupil-id.ts';

/** What one line of the register says. */
export interface RegisterRow {
  readonly pupil: Pupil;
  readonly isRestricted: boolean;
  readonly biometric: BiometricPermission;
  readonly statuses: ReadonlyMap<ChannelId, ChannelCell>;
}

type Cells = (field: RegisterField) => string;
type Report = (problem: string) => void;

const listIn = (cell: string): string[] =>
  cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** First and last name; a single column may hold 'Sam Jones', 'Jones, Sam' or 'Jones, Sam, Lee'. Null when either is missing. */
function readLegalName(cells: Cells): Pick<PupilName, 'first' | 'last'> | null {
  const [first, last, whole] = [cells('first'), cells('last'), cells('name')];
  if (first !== '' && last !== '') return { first, last };
  // Some pupils have one name only: it must be in both columns or in the single one, so that none is lost by mistake.
  const [beforeComma = '', ...behind] = whole.split(',').map((part) => part.trim());
  const given = behind.filter((part) => part !== '').join(' ');
  if (beforeComma !== '' && given !== '') return { first: given, last: beforeComma };
  const words = whole.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return null;
  return words.length === 1
    ? { first: whole, last: whole }
    : { first: words.slice(0, -1).join(' '), last: words.at(-1)! };
}

function readPupil(cells: Cells, report: Report): Pupil | null {
  const id = cells('id');
  if (!isPupilId(id)) {
    report(
      id === '' ? 'no pupil id' : 'the pupil id may hold only letters, digits, full stops, hyphens and underscores',
    );
  }
  const legal = readLegalName(cells);
  if (legal === null) report('first name and last name are both needed');
  const [preferred, className, birth] = [cells('preferred'), cells('className'), cells('dateOfBirth')];
  const dateOfBirth = birth === '' ? undefined : readDay(birth);
  if (birth !== '' && dateOfBirth === undefined)
    report('the date of birth is not a date like 2015-04-30 or 30/04/2015');
  if (legal === null || !isPupilId(id)) return null;
  return {
    id,
    name: { ...legal, ...(preferred === '' ? {} : { preferred }), others: listIn(cells('others')) },
    ...(className === '' ? {} : { className }),
    ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
    siblings: listIn(cells('siblings')).filter((sibling) => sibling !== id),
  };
}

function readStatuses(line: CsvRow, columns: ColumnMap, report: Report): Map<ChannelId, ChannelCell> {
  const statuses = new Map<ChannelId, ChannelCell>();
  for (const [channel, column] of columns.channels) {
    const status = readStatus(line.cells[column] ?? '');
    if (status === undefined) report(`${channel} must be permitted, refused, withdrawn, expired or blank`);
    else statuses.set(channel, status);
  }
  return statuses;
}

/** One line of the register, or null when the pupil cannot be told. Adds what is wrong to `problems`. */
export function readRow(line: CsvRow, columns: ColumnMap, problems: string[]): RegisterRow | null {
  const report: Report = (problem) => problems.push(`line ${line.line}: ${problem}`);
  const cells: Cells = (field) => {
    const column = columns.fields.get(field);
    return column === undefined ? '' : (line.cells[column] ?? '');
  };
  const pupil = readPupil(cells, report);
  const isRestricted = readYesNo(cells('restricted'));
  if (isRestricted === undefined) report('restricted must be yes or no');
  const biometric = readPermission(cells('biometric'));
  if (biometric === undefined) {
    report('biometric must be granted, not-asked, parents-notified, parent-objected, pupil-objected or withdrawn');
  }
  const statuses = readStatuses(line, columns, report);
  if (pupil === null || isRestricted === undefined || biometric === undefined) return null;
  return { pupil, isRestricted, biometric, statuses };
}

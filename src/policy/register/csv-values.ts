import type { BiometricPermission, ConsentStatus } from '../words/people.ts';

/** A word from a cell in one spelling: lower case, hyphens for blanks, accents as one letter with theirs. */
const wordOf = (cell: string): string =>
  cell
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replaceAll("'", '’')
    .replace(/[\s_-]+/g, '-');

/** In English and Welsh. */
const yes = ['yes', 'y', 'true', '1', 'ie', 'oes', 'ydw'] as const;
const no = ['no', 'n', 'false', '0', 'na', 'nage', 'nac-oes', 'nac-ydw'] as const;

function table<Value>(rows: readonly (readonly [Value, readonly string[]])[]): ReadonlyMap<string, Value> {
  return new Map(rows.flatMap(([value, spellings]) => spellings.map((spelling) => [spelling, value] as const)));
}

/** A pupil's own objection is not a consent, but registers note it in the same column. */
export type ChannelCell = ConsentStatus | 'pupil-objected';

const statuses = table<ChannelCell>([
  [
    'permitted',
    [...yes, 'permitted', 'granted', 'given', 'consented', 'allowed', 'caniatawyd', 'caniateir', 'rhoddwyd'],
  ],
  ['refused', [...no, 'refused', 'declined', 'denied', 'not-permitted', 'gwrthod', 'gwrthodwyd', 'ni-chaniateir']],
  ['withdrawn', ['withdrawn', 'revoked', 'tynnwyd-yn-ôl', 'wedi’i-dynnu’n-ôl']],
  ['expired', ['expired', 'lapsed']],
  ['no-record', ['', 'no-record', 'none', 'unknown', '-', 'not-asked']],
  ['pupil-objected', ['pupil-objected', 'objected', 'pupil-refused']],
]);

const permissions = table<BiometricPermission>([
  ['granted', [...yes, 'granted', 'given']],
  ['not-asked', ['', ...no, 'not-asked', 'none', 'unknown', '-']],
  ['parents-notified', ['parents-notified', 'notified']],
  ['parent-objected', ['parent-objected', 'refused', 'objected']],
  ['pupil-objected', ['pupil-objected', 'pupil-refused']],
  ['withdrawn', ['withdrawn', 'revoked']],
]);

const answers = table<boolean>([
  [true, [...yes, 'restricted']],
  [false, ['', ...no, 'none', '-']],
]);

/** A channel's cell; undefined when it is none of the known words. Blank is no record. */
export const readStatus = (cell: string): ChannelCell | undefined => statuses.get(wordOf(cell));
/** Whether a cell says a status in so many words, and not only yes, no or nothing, which many other columns hold too. */
export const isPlainStatus = (cell: string): boolean =>
  statuses.has(wordOf(cell)) && !['', '-', 'none', 'unknown', 'given', ...yes, ...no].includes(wordOf(cell));
/** The biometric permission; undefined when unknown. Blank and "no" mean that nothing was granted. */
export const readPermission = (cell: string): BiometricPermission | undefined => permissions.get(wordOf(cell));
/** Yes or no; undefined for anything else. */
export const readYesNo = (cell: string): boolean | undefined => answers.get(wordOf(cell));

/** The first three letters of the months, in English and Welsh. */
const months: readonly (readonly string[])[] = [
  ['jan', 'ion'], ['feb', 'chw'], ['mar', 'maw'], ['apr', 'ebr'], ['may', 'mai'], ['jun', 'meh'],
  ['jul', 'gor'], ['aug', 'aws'], ['sep', 'med'], ['oct', 'hyd'], ['nov', 'tac'], ['dec', 'rha'],
]; // prettier-ignore

/** The number of a month from its name or the beginning of it; '0', which is none, for any other word. */
function monthOf(word: string): string {
  const name = word.toLowerCase();
  return String(months.findIndex((starts) => starts.some((start) => name.startsWith(start))) + 1);
}

/** Year, month and day as they are written; undefined when it is in none of the ways that can be told apart. */
function partsOfDay(text: string): readonly string[] | undefined {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso !== null) return iso.slice(1);
  const british = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (british !== null) return [british[4]!, british[3]!, british[1]!];
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[-\s]+(\p{L}{3,10})\.?[-\s]+(\d{4})$/iu.exec(text);
  return named === null ? undefined : [named[3]!, monthOf(named[2]!), named[1]!];
}

/** An ISO day from 2015-04-30, 30/04/2015 or 30 Apr 2015; undefined when it is no day of the calendar. */
export function readDay(cell: string): string | undefined {
  const parts = partsOfDay(cell.trim());
  if (parts === undefined) return undefined;
  const [year, month, day] = parts.map(Number);
  const date = new Date(Date.UTC(year!, month! - 1, day));
  const isReal = date.getUTCMonth() === month! - 1 && date.getUTCDate() === day && year! > 1900;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

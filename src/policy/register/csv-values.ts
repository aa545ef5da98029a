import type { BiometricPermission, ConsentStatus } from '../words/people.ts';

/** A word from a cell in one spelling: lower case, hyphens for blanks. */
const wordOf = (cell: string): string =>
  cell
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');

const yes = ['yes', 'y', 'true', '1'] as const;
const no = ['no', 'n', 'false', '0'] as const;

function table<Value>(rows: readonly (readonly [Value, readonly string[]])[]): ReadonlyMap<string, Value> {
  return new Map(rows.flatMap(([value, spellings]) => spellings.map((spelling) => [spelling, value] as const)));
}

/** A pupil's own objection is not a consent, but registers note it in the same column. */
export type ChannelCell = ConsentStatus | 'pupil-objected';

const statuses = table<ChannelCell>([
  ['permitted', [...yes, 'permitted', 'granted', 'given', 'consented', 'allowed']],
  ['refused', [...no, 'refused', 'declined', 'denied', 'not-permitted']],
  ['withdrawn', ['withdrawn', 'revoked']],
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

/** An ISO day from 2015-04-30 or 30/04/2015; undefined when it is no day of the calendar. */
export function readDay(cell: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(cell.trim());
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(cell.trim());
  const parts = iso === null ? british?.slice(1).reverse() : iso.slice(1);
  if (parts === undefined) return undefined;
  const [year, month, day] = parts.map(Number);
  const date = new Date(Date.UTC(year!, month! - 1, day));
  const isReal = date.getUTCMonth() === month! - 1 && date.getUTCDate() === day && year! > 1900;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

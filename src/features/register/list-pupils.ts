import { sql } from 'kysely';
import { AppError } from '../../lib/app-error.ts';
import { isoToday } from '../../lib/clock.ts';
import type { SignedIn } from '../../http/signed-in.ts';
import { readRegister } from '../../pipeline/read-register.ts';
import { computeRegister } from '../../policy/register/compute-register.ts';
import { groupBy } from '../../policy/group-by.ts';
import type { Database, Queryable } from '../../store/database.ts';
import type { RegisterParts } from './parts.ts';
import { shownReason } from './shown-reason.ts';
import { openChannelIds, type StoredPupil } from './store.ts';

export interface PupilFilter {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly search?: string | undefined;
  readonly className?: string | undefined;
  readonly yearGroup?: string | undefined;
  readonly roll: 'on-roll' | 'left' | 'all';
}

/** One page of pupils by last name, first name and id. */
export async function listPupils(parts: RegisterParts, person: SignedIn, filter: PupilFilter) {
  const rows = await findPage(parts.database, filter, isoToday(parts.clock));
  const page = rows.slice(0, filter.limit);
  const items = await summarisePupils(parts, person, page);
  return { items, next: rows.length > page.length ? page.at(-1)!.id : null };
}

/** Pupils as the list shows them, with the channels they may not appear on today. */
export async function summarisePupils(
  parts: { readonly database: Queryable; readonly clock: RegisterParts['clock'] },
  person: SignedIn,
  rows: readonly StoredPupil[],
) {
  const today = isoToday(parts.clock);
  const open = new Set(await openChannelIds(parts.database));
  const record = await readRegister(
    parts.database,
    today,
    rows.map(({ id }) => id),
  );
  const entries = groupBy(computeRegister(record, today), (entry) => entry.pupil.id);
  return rows.map((row) => ({
    id: row.id,
    schoolNumber: row.schoolNumber,
    firstName: row.firstName,
    lastName: row.lastName,
    preferredName: row.preferredName,
    className: row.className,
    yearGroup: row.yearGroup,
    leftOn: row.leftOn,
    mayNotAppearOn: (entries.get(row.id) ?? []).flatMap(({ channels, reason }) =>
      channels
        .filter((channelId) => open.has(channelId))
        .map((channelId) => ({ channelId, reason: shownReason(reason, person) })),
    ),
    biometric: record.biometric.get(row.id) ?? ('not-asked' as const),
  }));
}

async function findPage(database: Database, filter: PupilFilter, today: string): Promise<StoredPupil[]> {
  const { after, search, className, yearGroup, roll } = filter;
  let query = database
    .selectFrom('pupils')
    .selectAll()
    .orderBy('lastName')
    .orderBy('firstName')
    .orderBy('id')
    .limit(filter.limit + 1);
  if (className !== undefined) query = query.where('className', '=', className);
  if (yearGroup !== undefined) query = query.where('yearGroup', '=', yearGroup);
  if (roll === 'on-roll') query = query.where((is) => is.or([is('leftOn', 'is', null), is('leftOn', '>=', today)]));
  if (roll === 'left') query = query.where('leftOn', '<', today);
  for (const word of wordsOf(search)) query = query.where(hasWord(word));
  if (after !== undefined) query = query.where(await comesAfter(database, after));
  return await query.execute();
}

function wordsOf(search = ''): string[] {
  return search.split(/\s+/).filter((word) => word !== '');
}

/** Every word must be part of some name, or begin the school number. Databases lower only plain letters, hence both. */
function hasWord(word: string) {
  const literal = word.replace(/[\\%_]/g, (character) => `\\${character}`);
  const lower = `%${literal.toLowerCase()}%`;
  const upper = `%${literal.charAt(0).toUpperCase()}${literal.slice(1)}%`;
  const names = ['first_name', 'last_name', 'preferred_name', 'other_names_json'].map((column) => sql.ref(column));
  const inNames = names.map(
    (name) => sql`lower(${name}) like ${lower} escape '\\' or ${name} like ${upper} escape '\\'`,
  );
  const number = sql`lower(school_number) like ${`${literal.toLowerCase()}%`} escape '\\'`;
  return sql<boolean>`(${sql.join([...inNames, number], sql` or `)})`;
}

/** The cursor is the last pupil's id: names would end up in addresses. */
async function comesAfter(database: Database, id: string) {
  const last = await database
    .selectFrom('pupils')
    .select(['lastName', 'firstName', 'id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (last === undefined) {
    throw new AppError('invalid-input', { fields: [{ path: 'after', message: 'must be `next` of the page before' }] });
  }
  return sql<boolean>`(last_name > ${last.lastName} or (last_name = ${last.lastName} and
    (first_name > ${last.firstName} or (first_name = ${last.firstName} and id > ${last.id}))))`;
}

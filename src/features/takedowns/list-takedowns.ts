import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoToday } from '../../lib/clock.ts';
import { isId } from '../../lib/new-id.ts';
import { groupBy } from '../../policy/group-by.ts';
import type { Queryable } from '../../store/database.ts';
import type { TakedownParts } from './parts.ts';
import type { Takedown } from './store.ts';

export interface TakedownFilter {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly state: 'open' | 'overdue' | 'done' | 'all';
  readonly ownerId?: string | undefined;
  readonly releaseId?: string | undefined;
}

/** Whether a person sees everybody's takedowns and who they are about, not only their own tasks. */
export function overseesTakedowns(person: SignedIn): boolean {
  return person.roles.some((role) => role === 'office' || role === 'moderator' || role === 'dsl');
}

/** A cause as this person may know it: restrictions are the safeguarding lead's. */
export function shownCause(cause: Takedown['cause'], person: SignedIn) {
  return cause === 'restricted' && !person.roles.includes('dsl') ? ('may-not-appear' as const) : cause;
}

function takedowns(database: Queryable) {
  return database
    .selectFrom('takedowns')
    .innerJoin('releases', 'releases.id', 'takedowns.releaseId')
    .innerJoin('channels', 'channels.id', 'releases.channelId')
    .innerJoin('accounts as owner', 'owner.id', 'takedowns.ownerId')
    .leftJoin('accounts as doer', 'doer.id', 'takedowns.doneBy')
    .leftJoin('pupils', 'pupils.id', 'takedowns.pupilId')
    .selectAll('takedowns')
    .select([
      'releases.channelId',
      'releases.fileName',
      'channels.name as channelName',
      'channels.state as channelState',
      'channels.accountUrl',
    ])
    .select(['owner.displayName as ownerName', 'doer.displayName as doerName'])
    .select(['pupils.firstName', 'pupils.lastName']);
}

type Row = Awaited<ReturnType<ReturnType<typeof takedowns>['execute']>>[number];

async function findPosts(database: Queryable, releaseIds: readonly string[]) {
  const rows = await database
    .selectFrom('releasePosts')
    .select(['id', 'releaseId', 'url', 'postedOn'])
    .where('releaseId', 'in', releaseIds.length === 0 ? [''] : [...releaseIds])
    .where('retractedAt', 'is', null)
    .orderBy('id')
    .execute();
  const byRelease = groupBy(rows, (row) => row.releaseId);
  return (releaseId: string) =>
    (byRelease.get(releaseId) ?? []).map(({ id, url, postedOn }) => ({ id, url, postedOn }));
}

function describe(row: Row, person: SignedIn, today: string) {
  const { id, releaseId, channelId, channelName, fileName, dueOn, createdAt, doneAt, doneBy, outcome } = row;
  const sees = overseesTakedowns(person);
  const state = doneAt !== null ? ('done' as const) : dueOn < today ? ('overdue' as const) : ('open' as const);
  const { pupilId, firstName, lastName } = row;
  return {
    isChannelClosed: row.channelState === 'closed',
    accountUrl: row.accountUrl,
    ...{ id, releaseId, channelId, channelName, fileName, dueOn, createdAt, doneAt, outcome, state },
    cause: sees ? shownCause(row.cause, person) : null,
    nobodyLooked: sees && row.nobodyLooked === 1,
    pupil: sees && pupilId !== null ? { id: pupilId, firstName: firstName ?? '', lastName: lastName ?? '' } : null,
    owner: { id: row.ownerId, displayName: row.ownerName },
    doneBy: doneBy === null ? null : { id: doneBy, displayName: row.doerName ?? '' },
    // Whoever only has photos to take down is not told why, and a note may tell it.
    note: sees || doneBy === person.accountId ? row.outcomeNote : null,
  };
}

/** A page begins after this due day and id. */
function cursorOf(after: string): { readonly dueOn: string; readonly id: string } {
  const [dueOn = '', id = ''] = after.split('/');
  if (/^\d{4}-\d{2}-\d{2}$/.test(dueOn) && isId(id)) return { dueOn, id };
  throw new AppError('invalid-input', { fields: [{ path: 'after', message: 'must be `next` of the page before' }] });
}

/** Takedowns, the first due first, a page at a time. Members of staff see their own, without whom they are about. */
export async function listTakedowns({ database, clock }: TakedownParts, person: SignedIn, filter: TakedownFilter) {
  const today = isoToday(clock);
  const ownerId = overseesTakedowns(person) ? filter.ownerId : person.accountId;
  let query = takedowns(database)
    .orderBy('takedowns.dueOn')
    .orderBy('takedowns.id')
    .limit(filter.limit + 1);
  if (filter.state === 'done') query = query.where('takedowns.doneAt', 'is not', null);
  if (filter.state === 'open' || filter.state === 'overdue') query = query.where('takedowns.doneAt', 'is', null);
  if (filter.state === 'overdue') query = query.where('takedowns.dueOn', '<', today);
  if (ownerId !== undefined) query = query.where('takedowns.ownerId', '=', ownerId);
  if (filter.releaseId !== undefined) query = query.where('takedowns.releaseId', '=', filter.releaseId);
  if (filter.after !== undefined) {
    const { dueOn, id } = cursorOf(filter.after);
    query = query.where((where) =>
      where.or([
        where('takedowns.dueOn', '>', dueOn),
        where.and([where('takedowns.dueOn', '=', dueOn), where('takedowns.id', '>', id)]),
      ]),
    );
  }
  const rows = await query.execute();
  const page = rows.slice(0, filter.limit);
  const posts = await findPosts(
    database,
    page.map((row) => row.releaseId),
  );
  const last = page.at(-1);
  return {
    items: page.map((row) => ({ ...describe(row, person, today), posts: posts(row.releaseId) })),
    next: rows.length > filter.limit && last !== undefined ? `${last.dueOn}/${last.id}` : null,
  };
}

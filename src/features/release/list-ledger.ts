import { AppError } from '../../lib/app-error.ts';
import { isoBeginningOf, isoEndOf, type Clock } from '../../lib/clock.ts';
import { isId } from '../../lib/new-id.ts';
import type { Queryable } from '../../store/database.ts';
import { couldNotBeRemoved } from './could-not-be-removed.ts';
import { findPosts, getRelease } from './store.ts';

export interface LedgerFilter {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly channelId?: string | undefined;
  readonly pupilId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly standing?: 'yes' | 'no' | undefined;
}

function entries(database: Queryable) {
  return database
    .selectFrom('releases')
    .innerJoin('channels', 'channels.id', 'releases.channelId')
    .innerJoin('accounts as releaser', 'releaser.id', 'releases.releasedBy')
    .leftJoin('accounts as approver', 'approver.id', 'releases.approvedBy')
    .leftJoin('batches', 'batches.id', 'releases.batchId')
    .leftJoin('photos', 'photos.id', 'releases.photoId')
    .leftJoin('takedowns', (join) =>
      join.onRef('takedowns.releaseId', '=', 'releases.id').on('takedowns.doneAt', 'is', null),
    )
    .selectAll('releases')
    .select([
      'channels.name as channelName',
      'batches.title as batchTitle',
      'photos.quarantined',
      'releaser.displayName as releaserName',
      'approver.displayName as approverName',
      'takedowns.dueOn as takedownDueOn',
    ])
    .select((select) => couldNotBeRemoved(select).as('couldNotBeRemoved'));
}

type Row = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number];

function describe(row: Row, posts: Awaited<ReturnType<typeof findPosts>>) {
  const { id, batchId, batchTitle, channelId, channelName, fileName, sha256 } = row;
  const { releasedAt, takenDownAt, takedownDueOn, approvedBy } = row;
  // A quarantined picture is shown to nobody, and told from an erased one by nobody.
  const photoId = row.quarantined === 1 ? null : row.photoId;
  return {
    ...{ id, photoId, batchId, batchTitle, channelId, channelName, fileName, sha256 },
    ...{ releasedAt, takenDownAt, takedownDueOn, couldNotBeRemoved: Boolean(row.couldNotBeRemoved) },
    releasedBy: { id: row.releasedBy, displayName: row.releaserName },
    approvedBy: approvedBy === null ? null : { id: approvedBy, displayName: row.approverName ?? '' },
    posts: posts(id),
  };
}

/** What was published where, the newest first, a page at a time. */
export async function listLedger(
  { database, clock }: { readonly database: Queryable; readonly clock: Clock },
  filter: LedgerFilter,
) {
  const { after, limit, channelId, pupilId, from, to, standing } = filter;
  if (after !== undefined && !isId(after)) {
    throw new AppError('invalid-input', { fields: [{ path: 'after', message: 'must be `next` of the page before' }] });
  }
  let query = entries(database)
    .orderBy('releases.id', 'desc')
    .limit(limit + 1);
  if (after !== undefined) query = query.where('releases.id', '<', after);
  if (channelId !== undefined) query = query.where('releases.channelId', '=', channelId);
  if (from !== undefined) query = query.where('releases.releasedAt', '>=', isoBeginningOf(clock, from));
  if (to !== undefined) query = query.where('releases.releasedAt', '<', isoEndOf(clock, to));
  if (standing !== undefined) {
    query = query.where((where) => {
      const isOut = where.or([where('releases.takenDownAt', 'is', null), couldNotBeRemoved(where)]);
      return standing === 'yes' ? isOut : where.not(isOut);
    });
  }
  if (pupilId !== undefined) {
    query = query.where('releases.id', 'in', (sub) =>
      sub.selectFrom('releaseConsents').select('releaseId').where('pupilId', '=', pupilId),
    );
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const posts = await findPosts(
    database,
    page.map((row) => row.id),
  );
  return {
    items: page.map((row) => describe(row, posts)),
    next: rows.length > limit ? page.at(-1)!.id : null,
  };
}

async function findConsents(database: Queryable, releaseId: string) {
  return await database
    .selectFrom('releaseConsents')
    .innerJoin('pupils', 'pupils.id', 'releaseConsents.pupilId')
    .leftJoin('consents', 'consents.id', 'releaseConsents.consentId')
    .select([
      'releaseConsents.pupilId',
      'pupils.firstName',
      'pupils.lastName',
      'pupils.className',
      'releaseConsents.how',
      'releaseConsents.consentId',
      'consents.validUntil',
    ])
    .where('releaseConsents.releaseId', '=', releaseId)
    .orderBy('pupils.lastName')
    .orderBy('pupils.firstName')
    .orderBy('pupils.id')
    .execute();
}

/** One release in full, with the permissions it relies on. Throws `not-found`. */
export async function readLedgerEntry(database: Queryable, releaseId: string) {
  const release = await getRelease(database, releaseId);
  const row = await entries(database).where('releases.id', '=', releaseId).executeTakeFirstOrThrow();
  const policy = await database
    .selectFrom('policyVersions')
    .select('number')
    .where('id', '=', release.policyVersionId)
    .executeTakeFirstOrThrow();
  const { accountUrl } = await database
    .selectFrom('channels')
    .select('accountUrl')
    .where('id', '=', release.channelId)
    .executeTakeFirstOrThrow();
  const { bytes, width: widthPx, height: heightPx, caption, altText } = release;
  return {
    ...describe(row, await findPosts(database, [releaseId])),
    ...{ bytes, widthPx, heightPx, caption, altText },
    ...{ policyNumber: policy.number, accountUrl },
    consents: await findConsents(database, releaseId),
  };
}

import { AppError } from '../../lib/app-error.ts';
import { groupBy } from '../../policy/group-by.ts';
import type { Selectable } from 'kysely';
import type { Queryable } from '../../store/database.ts';
import type { ReleaseRow } from '../../store/tables/release-tables.ts';

export type Release = Selectable<ReleaseRow>;

/** The release of a photo on a channel that was not taken down, if there is one. */
export async function findStandingRelease(
  database: Queryable,
  { photoId, channelId }: { readonly photoId: string; readonly channelId: string },
): Promise<{ readonly id: string } | undefined> {
  return await database
    .selectFrom('releases')
    .select('id')
    .where('photoId', '=', photoId)
    .where('channelId', '=', channelId)
    .where('takenDownAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
}

/** Photos of a batch that came down from a channel, or must: what was taken down does not go back there. */
export async function findTakenDown(
  database: Queryable,
  { batchId, channelId }: { readonly batchId: string; readonly channelId: string },
): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom('releases')
    .leftJoin('takedowns', (join) =>
      join.onRef('takedowns.releaseId', '=', 'releases.id').on('takedowns.doneAt', 'is', null),
    )
    .select('releases.photoId')
    .where('releases.batchId', '=', batchId)
    .where('releases.channelId', '=', channelId)
    .where((where) => where.or([where('releases.takenDownAt', 'is not', null), where('takedowns.id', 'is not', null)]))
    .execute();
  return new Set(rows.flatMap(({ photoId }) => photoId ?? []));
}

/** A release by id. Throws `not-found`. */
export async function getRelease(database: Queryable, id: string): Promise<Release> {
  const row = await database.selectFrom('releases').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found');
  return row;
}

/** The standing releases of a batch on a channel, by photo, in the order of release. */
export async function findStandingReleases(
  database: Queryable,
  batchId: string,
  channelId: string,
): Promise<ReadonlyMap<string, Release>> {
  const rows = await database
    .selectFrom('releases')
    .selectAll()
    .where('batchId', '=', batchId)
    .where('channelId', '=', channelId)
    .where('takenDownAt', 'is', null)
    .orderBy('id')
    .execute();
  return new Map(rows.flatMap((row) => (row.photoId === null ? [] : [[row.photoId, row] as const])));
}

/** Of these keys, those of jobs that wait or run. */
export async function findWaitingKeys(database: Queryable, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom('jobs')
    .select('dedupeKey')
    .where('dedupeKey', 'in', keys.length === 0 ? [''] : [...keys])
    .where('state', 'in', ['waiting', 'running'])
    .execute();
  return new Set(rows.flatMap(({ dedupeKey }) => dedupeKey ?? []));
}

/** Where these releases were put, who recorded it, and who said that it was a mistake, by release. */
export async function findPosts(database: Queryable, releaseIds: readonly string[]) {
  const rows = await database
    .selectFrom('releasePosts')
    .innerJoin('accounts as recorder', 'recorder.id', 'releasePosts.recordedBy')
    .leftJoin('accounts as retracter', 'retracter.id', 'releasePosts.retractedBy')
    .selectAll('releasePosts')
    .select(['recorder.displayName as recorderName', 'retracter.displayName as retracterName'])
    .where('releaseId', 'in', releaseIds.length === 0 ? [''] : [...releaseIds])
    .orderBy('releasePosts.id')
    .execute();
  const byRelease = groupBy(rows, (row) => row.releaseId);
  return (releaseId: string) =>
    (byRelease.get(releaseId) ?? []).map((row) => ({
      ...{ id: row.id, url: row.url, postedOn: row.postedOn, recordedAt: row.recordedAt },
      recordedBy: { id: row.recordedBy, displayName: row.recorderName },
      retractedAt: row.retractedAt,
      retractedBy: row.retractedBy === null ? null : { id: row.retractedBy, displayName: row.retracterName ?? '' },
    }));
}

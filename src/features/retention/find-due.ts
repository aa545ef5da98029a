import type { RetentionLimits } from '../../policy/retention-limits.ts';
import type { Queryable } from '../../store/database.ts';

/** Ids of what is due, by rule. The keys are the ones of a run's counts. */
export type Due = Readonly<Record<DueKind, readonly string[]>>;
export type DueKind =
  | 'originals' | 'unreleasedPhotos' | 'releasedPhotos' | 'leavers' | 'leaverTemplates'
  | 'rejectedPictures' | 'imports' | 'sessions' | 'invitations' | 'jobs' | 'deliveries'; // prettier-ignore

/** Everything whose time is over. A quarantined photo is never among it: the safeguarding lead closes it first. */
export async function findDue(database: Queryable, limits: RetentionLimits): Promise<Due> {
  return {
    ...(await findDuePhotos(database, limits)),
    ...(await findDuePupils(database, limits)),
    rejectedPictures: await ids(
      database.selectFrom('rejectedPictures').select('id').where('rejectedAt', '<', limits.releasedBefore),
    ),
    imports: await ids(
      database
        .selectFrom('imports')
        .select('id')
        .where('createdAt', '<', limits.importedBefore)
        .where((where) =>
          where.or([
            where('fileId', 'is not', null),
            where('id', 'in', (from) => from.selectFrom('importLines').select('importId')),
          ]),
        ),
    ),
    ...(await findEnded(database, limits.endedBefore)),
  };
}

async function findDuePupils(database: Queryable, limits: RetentionLimits) {
  return {
    leavers: await ids(
      database
        .selectFrom('pupils')
        .select('id')
        .where('leftOn', '<', limits.leftBefore)
        .where('updatedAt', '<', limits.leaversUnchangedSince),
    ),
    leaverTemplates: await ids(
      database
        .selectFrom('pupils')
        .select('id')
        .where((where) =>
          where.or([where('leftOn', '<', limits.atSchoolSince), where('dateOfBirth', '<=', limits.adultsBornUntil)]),
        )
        .where((where) =>
          where.or([
            where('id', 'in', (from) => from.selectFrom('faceTemplates').select('pupilId')),
            where('id', 'in', (from) =>
              from.selectFrom('referencePhotos').select('pupilId').where('purpose', '=', 'enrolment'),
            ),
          ]),
        ),
    ),
  };
}

async function findDuePhotos(database: Queryable, limits: RetentionLimits) {
  const calm = database.selectFrom('photos').select('photos.id').where('quarantined', '=', 0);
  // Nobody can look for somebody in a picture that is gone.
  const recentOrOpen = database
    .selectFrom('releases')
    .leftJoin('takedowns', (join) => join.onRef('takedowns.releaseId', '=', 'releases.id').on('doneAt', 'is', null))
    .leftJoin('releaseLooks', (join) =>
      join.onRef('releaseLooks.releaseId', '=', 'releases.id').on('answeredAt', 'is', null),
    )
    .select('releases.photoId')
    .where('releases.photoId', 'is not', null)
    .where((where) =>
      where.or([
        where('releasedAt', '>=', limits.releasedBefore),
        where('takedowns.id', 'is not', null),
        where.and([where('releaseLooks.id', 'is not', null), where('releases.takenDownAt', 'is', null)]),
      ]),
    );
  return {
    originals: await ids(
      calm
        .innerJoin('batches', 'batches.id', 'photos.batchId')
        .where('photos.originalFileId', 'is not', null)
        .where('batches.state', 'in', ['decided', 'closed'])
        .where('batches.decidedAt', '<', limits.batchDecidedBefore),
    ),
    unreleasedPhotos: await ids(
      calm
        .where('photos.state', 'in', ['received', 'screening', 'clear', 'flagged', 'approved', 'rejected'])
        .where('photos.stateChangedAt', '<', limits.untouchedSince),
    ),
    releasedPhotos: await ids(
      calm
        .where('photos.state', 'in', ['released', 'taken-down'])
        .where('photos.id', 'in', (from) =>
          from.selectFrom('releases').select('photoId').where('photoId', 'is not', null),
        )
        .where('photos.id', 'not in', recentOrOpen),
    ),
  };
}

async function findEnded(database: Queryable, before: string) {
  return {
    sessions: await ids(
      database
        .selectFrom('sessions')
        .select('id')
        .where((where) => where.or([where('expiresAt', '<', before), where('revokedAt', '<', before)])),
    ),
    invitations: await ids(database.selectFrom('invitations').select('id').where('expiresAt', '<', before)),
    jobs: await ids(
      database
        .selectFrom('jobs')
        .select('id')
        .where('state', 'in', ['done', 'failed'])
        .where('finishedAt', '<', before),
    ),
    deliveries: await ids(
      database
        .selectFrom('webhookDeliveries')
        .select('id')
        .where('state', '<>', 'waiting')
        .where('createdAt', '<', before),
    ),
  };
}

async function ids(query: { readonly execute: () => Promise<readonly { readonly id: string }[]> }): Promise<string[]> {
  return (await query.execute()).map(({ id }) => id);
}

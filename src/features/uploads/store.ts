import { AppError } from '../../lib/app-error.ts';
import type { SignedIn } from '../../http/signed-in.ts';
import { canAny } from '../../policy/rights.ts';
import type { Queryable } from '../../store/database.ts';
import { getBatch, getPhoto, type Batch, type Photo } from '../../store/find-photo.ts';

/** How many photos of a batch are where. */
export interface PhotoCounts {
  readonly total: number;
  readonly waiting: number;
  readonly clear: number;
  readonly flagged: number;
  readonly approved: number;
  readonly rejected: number;
  readonly released: number;
}

const noPhotos: PhotoCounts = { total: 0, waiting: 0, clear: 0, flagged: 0, approved: 0, rejected: 0, released: 0 };

const groupOf: Readonly<Record<string, keyof PhotoCounts>> = {
  received: 'waiting',
  screening: 'waiting',
  clear: 'clear',
  flagged: 'flagged',
  approved: 'approved',
  rejected: 'rejected',
};

/** Counts for these batches, by batch; without quarantined photos for whoever may not know of them. */
export async function countPhotos(
  database: Queryable,
  batchIds: readonly string[],
  seesAll = true,
): Promise<(batchId: string) => PhotoCounts> {
  const rows = await database
    .selectFrom('photos')
    .select(['batchId', 'state', (select) => select.fn.countAll<number | string>().as('count')])
    .where('batchId', 'in', batchIds.length === 0 ? [''] : [...batchIds])
    .$if(!seesAll, (query) => query.where('quarantined', '=', 0))
    .groupBy(['batchId', 'state'])
    .execute();
  const byBatch = new Map<string, PhotoCounts>();
  for (const { batchId, state, count } of rows) {
    const before = byBatch.get(batchId) ?? noPhotos;
    const group = groupOf[state] ?? 'released';
    const number = Number(count);
    byBatch.set(batchId, { ...before, [group]: before[group] + number, total: before.total + number });
  }
  return (batchId) => byBatch.get(batchId) ?? noPhotos;
}

/**
 * How far a batch is as far as somebody may know who was shown these counts: one whose last undecided photo is in
 * quarantine is decided for everybody else, or its waiting on nothing that they see would tell them.
 */
export function shownState(state: Batch['state'], counts: PhotoCounts): Batch['state'] {
  return state === 'submitted' && counts.waiting + counts.flagged === 0 ? 'decided' : state;
}

/** Whether a person sees every batch, not only their own. */
export function seesAllBatches(person: SignedIn): boolean {
  return canAny(person.roles, 'see-review-queue');
}

/** Whether a person may know of quarantined photos of this uploader: their own, or any for the safeguarding lead. */
export function seesQuarantined(person: SignedIn, uploadedBy: string): boolean {
  return uploadedBy === person.accountId || canAny(person.roles, 'decide-quarantined-photo');
}

/** A batch the person uploaded, or may see as a moderator. Throws `not-found` for others, as for none. */
export async function getVisibleBatch(database: Queryable, person: SignedIn, batchId: string): Promise<Batch> {
  const batch = await getBatch(database, batchId);
  if (batch.uploadedBy !== person.accountId && !seesAllBatches(person)) throw new AppError('not-found');
  return batch;
}

/** A batch the person uploaded. Throws `not-found` for others. */
export async function getOwnBatch(database: Queryable, person: SignedIn, batchId: string): Promise<Batch> {
  const batch = await getBatch(database, batchId);
  if (batch.uploadedBy !== person.accountId) throw new AppError('not-found');
  return batch;
}

/**
 * A photo the person uploaded, or may see as a moderator. Throws `not-found` for others, and for a quarantined one of
 * somebody else's for all but the safeguarding lead.
 */
export async function getVisiblePhoto(database: Queryable, person: SignedIn, photoId: string): Promise<Photo> {
  const photo = await getPhoto(database, photoId);
  if (photo.uploadedBy !== person.accountId && !seesAllBatches(person)) throw new AppError('not-found');
  if (photo.quarantined === 1 && !seesQuarantined(person, photo.uploadedBy)) throw new AppError('not-found');
  return photo;
}

/** The channels of some batches, by batch. */
export async function findChannels(
  database: Queryable,
  batchIds: readonly string[],
): Promise<(batchId: string) => string[]> {
  const rows = await database
    .selectFrom('batchChannels')
    .selectAll()
    .where('batchId', 'in', batchIds.length === 0 ? [''] : [...batchIds])
    .orderBy('channelId')
    .execute();
  return (batchId) => rows.filter((row) => row.batchId === batchId).map((row) => row.channelId);
}

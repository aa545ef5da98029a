import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoDayOf, isoNow, isoToday, type Clock } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { factsReader } from '../../pipeline/facts-reader.ts';
import { nameInAddress } from '../../policy/names/name-in-address.ts';
import { withEverybody } from '../../policy/with-everybody.ts';
import type { Trx } from '../../store/database.ts';
import { findPhoto } from '../../store/find-photo.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { ReleaseParts } from './parts.ts';
import { requirePostKeeper } from './require-release.ts';
import { getRelease, type Release } from './store.ts';

/**
 * Record where a release was put. Throws `not-found`, `wrong-state` once it was taken down, `conflict` for the same
 * address twice, `invalid-input` for a day before the release or after today, and `post-names-pupil`, until the person has
 * read that, for an address that names somebody beside the picture.
 */
export async function recordPost(
  parts: ReleaseParts,
  person: SignedIn,
  posted: {
    readonly releaseId: string;
    readonly url: string;
    readonly postedOn: string;
    readonly isNameKnown: boolean;
  },
): Promise<{ readonly id: string }> {
  const { database, clock } = parts;
  const { releaseId, url, postedOn, isNameKnown } = posted;
  return await withTransaction(database, async (trx) => {
    const release = await getRelease(trx, releaseId);
    await requirePostKeeper(trx, person, release);
    await requirePostable(trx, clock, release, { url, postedOn });
    const name = await findNameIn(trx, release, url, isoToday(clock));
    if (name !== undefined && !isNameKnown) throw new AppError('post-names-pupil', { detail: name });
    const [id, now, by] = [newId(), isoNow(clock), person.accountId];
    await trx
      .insertInto('releasePosts')
      .values({ id, releaseId, url, postedOn, recordedAt: now, recordedBy: by, retractedAt: null, retractedBy: null })
      .execute();
    const subject = { kind: 'release', id: releaseId } as const;
    const detail = { post: id, on: postedOn, ...(name === undefined ? {} : { names: true }) };
    await recordAudit(trx, clock, { actor: by, action: 'release/posted', subject, detail });
    return { id };
  });
}

/** Throws as `recordPost` says of the day, the address and what came down. */
async function requirePostable(
  trx: Trx,
  clock: Clock,
  release: Release,
  { url, postedOn }: { readonly url: string; readonly postedOn: string },
): Promise<void> {
  if (release.takenDownAt !== null) throw new AppError('wrong-state', { detail: 'the photo was taken down' });
  if (postedOn < isoDayOf(clock, release.releasedAt) || postedOn > isoToday(clock)) {
    const message = 'must be between the day of the release and today';
    throw new AppError('invalid-input', { fields: [{ path: 'postedOn', message }] });
  }
  const twin = await trx
    .selectFrom('releasePosts')
    .select('id')
    .where('releaseId', '=', release.id)
    .where('url', '=', url)
    .where('retractedAt', 'is', null)
    .executeTakeFirst();
  if (twin !== undefined) throw new AppError('conflict');
}

/** What in an address names a pupil. Of an erased photo nobody knows any more who was there. */
async function findNameIn(trx: Trx, release: Release, url: string, day: string): Promise<string | undefined> {
  const photo = release.photoId === null ? undefined : await findPhoto(trx, release.photoId);
  if (photo === undefined) return undefined;
  const { facts, record } = await factsReader(trx, day)(photo);
  return nameInAddress(url, withEverybody(facts, record.pupils));
}

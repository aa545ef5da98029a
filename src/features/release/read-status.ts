import { setImmediate } from 'node:timers/promises';
import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoToday } from '../../lib/clock.ts';
import { factsReader } from '../../pipeline/facts-reader.ts';
import type { Queryable } from '../../store/database.ts';
import type { Photo } from '../../store/find-photo.ts';
import { judgeForRelease } from './judge-for-release.ts';
import { findPosts, findStandingReleases, findTakenDown, findWaitingKeys, type Release } from './store.ts';
import type { ReleaseParts } from './parts.ts';
import { releasePhotoKind } from './release-photo-kind.ts';
import { getBatchChannel, getCollectableBatch, requireFreshRegister } from './require-release.ts';

type Shown = 'ready' | 'released' | 'not-ready' | 'taken-down';

const mayLeave = ['clear', 'approved', 'released'];

async function isFresh({ database, clock }: ReleaseParts): Promise<boolean> {
  try {
    await requireFreshRegister(database, clock);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'register-stale') return false;
    throw error;
  }
}

/** How far each photo of a batch is on its way to a channel. Throws `not-found`. */
export async function readStatus(
  parts: ReleaseParts,
  person: SignedIn,
  { batchId, channelId }: { readonly batchId: string; readonly channelId: string },
) {
  const { database } = parts;
  const { uploadedBy } = await getCollectableBatch(database, person, batchId);
  const channel = await getBatchChannel(database, batchId, channelId);
  const photos = await findPhotos(database, batchId, uploadedBy === person.accountId);
  const releases = await findStandingReleases(database, batchId, channelId);
  const takenDown = await findTakenDown(database, { batchId, channelId });
  const refused = await findRefused(
    parts,
    photos.filter(({ id, state }) => state === 'released' && !releases.has(id) && !takenDown.has(id)),
  );
  const releaseIds = [...releases.values()].map(({ id }) => id);
  const posts = await findPosts(database, releaseIds);
  const keys = photos.map(({ id }) => keyOf(id, channelId));
  const waiting = await findWaitingKeys(database, keys);
  return {
    isRegisterFresh: await isFresh(parts),
    isChannelOpen: channel.state === 'open',
    accountUrl: channel.accountUrl,
    photos: photos.map((photo) => {
      const { id: photoId, position } = photo;
      const release = releases.get(photoId);
      const isWaiting = waiting.has(keyOf(photoId, channelId));
      const facts = {
        isReleased: release !== undefined,
        isDown: takenDown.has(photoId),
        isRefused: refused.has(photoId),
      };
      const state = isWaiting ? ('preparing' as const) : shownState(photo, facts);
      return { photoId, position, state, ...describeRelease(release), posts: standing(release, posts) };
    }),
  };
}

/** Only its uploader and the safeguarding lead know of a quarantined photo. */
async function findPhotos(database: Queryable, batchId: string, isUploader: boolean): Promise<Photo[]> {
  return await database
    .selectFrom('photos')
    .selectAll()
    .where('batchId', '=', batchId)
    .$if(!isUploader, (query) => query.where('quarantined', '=', 0))
    .orderBy('position')
    .execute();
}

/**
 * Of photos that are out on another channel, those that may not leave for this one as things stand. No moderator decides
 * them anew, so this is the only place that says so.
 */
async function findRefused({ database, clock }: ReleaseParts, photos: readonly Photo[]): Promise<ReadonlySet<string>> {
  const day = isoToday(clock);
  const readFacts = factsReader(database, day);
  const refused = new Set<string>();
  for (const photo of photos) {
    const { refusal } = await judgeForRelease(database, photo, day, readFacts);
    if (refusal !== null) refused.add(photo.id);
    await setImmediate(); // others are served in between
  }
  return refused;
}

/** How far a photo is that is not being prepared just now. */
function shownState(
  photo: Pick<Photo, 'state' | 'quarantined'>,
  { isReleased, isDown, isRefused }: Readonly<Record<'isReleased' | 'isDown' | 'isRefused', boolean>>,
): Shown {
  if (isDown || photo.state === 'taken-down' || photo.state === 'takedown-due') return 'taken-down';
  if (isReleased) return 'released';
  return mayLeave.includes(photo.state) && photo.quarantined === 0 && !isRefused ? 'ready' : 'not-ready';
}

/** Where a release stands, as far as is on record. */
function standing(release: Release | undefined, posts: Awaited<ReturnType<typeof findPosts>>) {
  return (release === undefined ? [] : posts(release.id))
    .filter(({ retractedAt }) => retractedAt === null)
    .map(({ id, url, postedOn }) => ({ id, url, postedOn }));
}

function describeRelease(release: Release | undefined) {
  const { id: releaseId = null, fileName = null, caption = null, altText = null } = release ?? {};
  return { releaseId, fileName, caption, altText };
}

/** What keeps one photo from being prepared twice at a time for the same channel. */
export function keyOf(photoId: string, channelId: string): string {
  return `${releasePhotoKind}/${photoId}/${channelId}`;
}

import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import type { Photo } from '../../store/find-photo.ts';
import { findPosts, findStandingReleases, findWaitingKeys, type Release } from './store.ts';
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
  const photos = await database
    .selectFrom('photos')
    .select(['id', 'position', 'state', 'quarantined'])
    .where('batchId', '=', batchId)
    // Only its uploader and the safeguarding lead know of a quarantined photo.
    .$if(uploadedBy !== person.accountId, (query) => query.where('quarantined', '=', 0))
    .orderBy('position')
    .execute();
  const releases = await findStandingReleases(database, batchId, channelId);
  const posts = await findPosts(
    database,
    [...releases.values()].map((release) => release.id),
  );
  const waiting = await findWaitingKeys(
    database,
    photos.map((photo) => keyOf(photo.id, channelId)),
  );
  return {
    isRegisterFresh: await isFresh(parts),
    isChannelOpen: channel.state === 'open',
    accountUrl: channel.accountUrl,
    photos: photos.map((photo) => {
      const release = releases.get(photo.id);
      const isWaiting = waiting.has(keyOf(photo.id, channelId));
      return {
        ...{ photoId: photo.id, position: photo.position },
        state: isWaiting ? ('preparing' as const) : shownState(photo, release !== undefined),
        ...describeRelease(release),
        posts: (release === undefined ? [] : posts(release.id))
          .filter(({ retractedAt }) => retractedAt === null)
          .map(({ id, url, postedOn }) => ({ id, url, postedOn })),
      };
    }),
  };
}

/** How far a photo is that is not being prepared just now. */
function shownState(photo: Pick<Photo, 'state' | 'quarantined'>, isReleased: boolean): Shown {
  if (photo.state === 'taken-down' || photo.state === 'takedown-due') return 'taken-down';
  if (isReleased) return 'released';
  return mayLeave.includes(photo.state) && photo.quarantined === 0 ? 'ready' : 'not-ready';
}

function describeRelease(release: Release | undefined) {
  const { id: releaseId = null, fileName = null, caption = null, altText = null } = release ?? {};
  return { releaseId, fileName, caption, altText };
}

/** What keeps one photo from being prepared twice at a time for the same channel. */
export function keyOf(photoId: string, channelId: string): string {
  return `${releasePhotoKind}/${photoId}/${channelId}`;
}

import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { findPosts, findStandingReleases, findWaitingKeys } from './store.ts';
import type { ReleaseParts } from './parts.ts';
import { releasePhotoKind } from './release-photo-kind.ts';
import { getCollectableBatch, requireFreshRegister } from './require-release.ts';

type Shown = 'ready' | 'preparing' | 'released' | 'not-ready' | 'taken-down';

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
  await getCollectableBatch(database, person, batchId);
  const channel = await database
    .selectFrom('batchChannels')
    .innerJoin('channels', 'channels.id', 'batchChannels.channelId')
    .select('channels.state')
    .where('batchId', '=', batchId)
    .where('channels.id', '=', channelId)
    .executeTakeFirst();
  if (channel === undefined) throw new AppError('not-found');
  const photos = await database
    .selectFrom('photos')
    .select(['id', 'position', 'state', 'quarantined'])
    .where('batchId', '=', batchId)
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
  const shownOf = (photo: { readonly id: string; readonly state: string; readonly quarantined: number }): Shown => {
    if (waiting.has(keyOf(photo.id, channelId))) return 'preparing';
    if (photo.state === 'taken-down' || photo.state === 'takedown-due') return 'taken-down';
    if (releases.has(photo.id)) return 'released';
    return mayLeave.includes(photo.state) && photo.quarantined === 0 ? 'ready' : 'not-ready';
  };
  return {
    isRegisterFresh: await isFresh(parts),
    isChannelOpen: channel.state === 'open',
    photos: photos.map((photo) => {
      const release = releases.get(photo.id);
      const { id: releaseId = null, fileName = null, caption = null, altText = null } = release ?? {};
      return {
        ...{ photoId: photo.id, position: photo.position, state: shownOf(photo) },
        ...{ releaseId, fileName, caption, altText },
        posts: release === undefined ? [] : posts(release.id).map(({ url, postedOn }) => ({ url, postedOn })),
      };
    }),
  };
}

/** What keeps one photo from being prepared twice at a time for the same channel. */
export function keyOf(photoId: string, channelId: string): string {
  return `${releasePhotoKind}/${photoId}/${channelId}`;
}

import type { Selectable } from 'kysely';
import { isoDayFromToday, isoNow, isoToday, type Clock } from '../lib/clock.ts';
import { newId } from '../lib/new-id.ts';
import { moveOn, type PhotoAction, type PhotoFacts, type PhotoState } from '../policy/lifecycle.ts';
import type { Role } from '../policy/words/role.ts';
import type { Trx } from '../store/database.ts';
import { findOpenTakedown } from '../store/find-open-takedown.ts';
import { findPhoto, updatePhoto, type Photo } from '../store/find-photo.ts';
import { readCurrentPolicy } from '../store/read-current-policy.ts';
import { recordAudit } from '../store/record-audit.ts';
import type { ReleaseRow, TakedownRow } from '../store/tables/release-tables.ts';
import { announceEvent } from './announce-event.ts';
import { findTakedownOwner } from './find-takedown-owner.ts';

/** Why a release must come down, and who says so: an account, or `system`. */
export interface TakedownReason {
  readonly cause: TakedownRow['cause'];
  readonly pupilId: string | null;
  readonly actor: string;
  /** Nobody said in time whether the pupil is in it. */
  readonly nobodyLooked?: boolean;
}

/**
 * Make a task of taking a release down, with an owner and a day. Returns its id; undefined when one is open already or
 * the release is down.
 */
export async function openTakedown(
  trx: Trx,
  clock: Clock,
  release: Selectable<ReleaseRow>,
  reason: TakedownReason,
): Promise<string | undefined> {
  if (release.takenDownAt !== null) return undefined;
  if ((await findOpenTakedown(trx, release.id)) !== undefined) return undefined;
  const { handling } = await readCurrentPolicy(trx);
  const [id, ownerId] = [newId(), await findTakedownOwner(trx, release)];
  const dueOn = isoDayFromToday(clock, handling.takedownDueDays);
  const { cause, pupilId, actor, nobodyLooked = false } = reason;
  await trx
    .insertInto('takedowns')
    .values({
      ...{ id, releaseId: release.id, cause, pupilId, ownerId, dueOn, createdAt: isoNow(clock) },
      ...{ doneAt: null, doneBy: null, outcome: null, outcomeNote: null, nobodyLooked: nobodyLooked ? 1 : 0 },
    })
    .execute();
  const subject = { kind: 'takedown', id } as const;
  // The cause stays out: that somebody is restricted is not for everybody who reads the log.
  const detail = { release: release.id, channel: release.channelId, owner: ownerId, due: dueOn };
  await recordAudit(trx, clock, { actor, action: 'takedown/opened', subject, detail });
  await announceEvent(trx, clock, 'takedown.opened', {
    takedownId: id,
    releaseId: release.id,
    channelId: release.channelId,
    sha256: release.sha256,
    dueOn,
  });
  if (release.photoId !== null) await settlePhotoState(trx, clock, release.photoId, { id: 'system', roles: [] });
  return id;
}

/**
 * The photo of releases that must come down, have, or may stay after all: due when nothing of it stands undisputed, down
 * when all is.
 */
export async function settlePhotoState(
  trx: Trx,
  clock: Clock,
  photoId: string,
  person: { readonly id: string; readonly roles: readonly Role[] },
): Promise<void> {
  const photo = await findPhoto(trx, photoId);
  if (photo === undefined) return;
  const standing = await trx
    .selectFrom('releases')
    .leftJoin('takedowns', (join) =>
      join.onRef('takedowns.releaseId', '=', 'releases.id').on('takedowns.doneAt', 'is', null),
    )
    .select(['releases.id', 'takedowns.id as takedownId'])
    .where('releases.photoId', '=', photoId)
    .where('releases.takenDownAt', 'is', null)
    .execute();
  const isAllDue = standing.every(({ takedownId }) => takedownId !== null);
  let current = photo;
  current = isAllDue
    ? await move(trx, clock, current, 'require-takedown', 'photoward')
    : await move(trx, clock, current, 'call-off-takedown', person);
  if (standing.length === 0) await move(trx, clock, current, 'complete-takedown', person);
}

async function move(
  trx: Trx,
  clock: Clock,
  photo: Photo,
  action: PhotoAction,
  actor: 'photoward' | { readonly id: string; readonly roles: readonly Role[] },
): Promise<Photo> {
  const facts: PhotoFacts = { uploaderId: photo.uploadedBy, verdict: null, block: null, overrideAskedBy: null };
  const step = moveOn(photo.state as PhotoState, action, actor, facts);
  if (!step.allowed) return photo;
  await updatePhoto(trx, photo, { state: step.next, stateChangedAt: isoNow(clock) });
  await recordAudit(trx, clock, {
    actor: actor === 'photoward' ? 'system' : actor.id,
    action: 'photo/state-changed',
    subject: { kind: 'photo', id: photo.id },
    detail: { from: photo.state, to: step.next, on: isoToday(clock) },
  });
  return { ...photo, state: step.next, version: photo.version + 1 };
}

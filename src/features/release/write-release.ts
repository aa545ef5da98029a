import { announceEvent } from '../../jobs/announce-event.ts';
import { enqueueDailyReplay } from '../../jobs/enqueue-daily-replay.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday, type Clock } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import type { Judged } from '../../pipeline/judge-stored-photo.ts';
import { moveOn, type PhotoState, type TransitionAnswer } from '../../policy/lifecycle.ts';
import { canAny } from '../../policy/rights.ts';
import type { Role } from '../../policy/words/role.ts';
import type { Trx } from '../../store/database.ts';
import { getBatch, updatePhoto, type Photo } from '../../store/find-photo.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { insertVerdict } from '../../store/verdict-rows.ts';
import { findReliedUpon, type ReleaseQuestion } from './find-relied-upon.ts';
import type { JudgedForRelease } from './judge-for-release.ts';
import type { ReleaseFile } from './make-release-file.ts';
import type { ReleaseParts } from './parts.ts';

/** What to release, and who asked for it. */
export interface ReleaseRequest {
  readonly photoId: string;
  readonly channelId: string;
  readonly personId: string;
}

/** A request with the photo as it is now, and the file made of it. */
export interface PreparedRelease {
  readonly request: ReleaseRequest;
  readonly photo: Photo;
  readonly file: ReleaseFile;
}

/**
 * Writes a release down: what was judged, whose permission it relies on, how the photo moves on, and who is told.
 * Throws `wrong-state` when the photo, or the person who asked, may not do that any more.
 */
export async function writeRelease(
  trx: Trx,
  parts: ReleaseParts,
  prepared: PreparedRelease,
  { judged, approval }: JudgedForRelease,
): Promise<void> {
  const { request, photo } = prepared;
  const { clock } = parts;
  const step = await requireStep(trx, prepared, judged);
  const picture = { photoId: photo.id, outputId: photo.currentOutputId };
  const verdictId = await insertVerdict(trx, clock, picture, { ...judged, cause: 'replay' });
  const releaseId = await insertRelease(trx, parts, prepared, { judged, approval, verdictId });
  const question = { photo, channelId: request.channelId, day: isoToday(clock), judged };
  const consents = await insertReliedUpon(trx, releaseId, question);
  if (step.allowed) await moveToReleased(trx, clock, prepared, { next: step.next, verdictId });
  await tellOfRelease(trx, clock, prepared, { releaseId, consents });
}

/** How the photo moves on; not at all when it was released on another channel before. Throws `wrong-state`. */
async function requireStep(trx: Trx, { request, photo }: PreparedRelease, judged: Judged): Promise<TransitionAnswer> {
  const roles = await rolesOf(trx, request.personId);
  const step = moveOn(
    photo.state as PhotoState,
    'release',
    { id: request.personId, roles },
    { uploaderId: photo.uploadedBy, verdict: judged.verdict.verdict, block: judged.block, overrideAskedBy: null },
  );
  const mayCollect = canAny(roles, 'collect-release');
  if (!mayCollect || (photo.state !== 'released' && !step.allowed)) throw new AppError('wrong-state');
  return step;
}

/** The roles of somebody who may still sign in; whoever left in the meantime releases nothing. */
async function rolesOf(trx: Trx, personId: string): Promise<readonly Role[]> {
  const rows = await trx
    .selectFrom('accountRoles')
    .innerJoin('accounts', 'accounts.id', 'accountRoles.accountId')
    .select('accountRoles.role')
    .where('accounts.id', '=', personId)
    .where('accounts.state', '=', 'active')
    .execute();
  return rows.map((row) => row.role);
}

async function insertRelease(
  trx: Trx,
  parts: ReleaseParts,
  { request, photo, file }: PreparedRelease,
  agreed: Pick<JudgedForRelease, 'judged' | 'approval'> & { readonly verdictId: string },
): Promise<string> {
  const { judged, approval, verdictId } = agreed;
  const batch = await getBatch(trx, photo.batchId);
  const id = newId();
  const { id: fileId, sha256, bytes } = file.stored;
  const { widthPx: width, heightPx: height, perceptualHash } = file;
  await trx
    .insertInto('releases')
    .values({
      ...{ id, photoId: photo.id, batchId: photo.batchId, channelId: request.channelId },
      ...{ fileId, sha256, bytes, width, height, perceptualHash },
      fileName: fileNameOf(batch.eventDate, request.channelId, id),
      cropHashesJson: JSON.stringify(file.cropHashes),
      caption: judged.facts.caption,
      altText: photo.altText,
      approvedBy: approval?.decidedBy ?? null,
      decisionId: approval?.decisionId ?? null,
      verdictId,
      policyVersionId: judged.policyVersionId,
      releasedBy: request.personId,
      releasedAt: isoNow(parts.clock),
    })
    .execute();
  return id;
}

/**
 * Neutral: the day, the channel and the release's own number, never a word somebody typed. Numbers sort in the order of
 * release and have no places between them, so the names of what went out tell nothing of what was held back.
 */
function fileNameOf(eventDate: string, channelId: string, releaseId: string): string {
  return `${eventDate}-${channelId}-${releaseId.toLowerCase()}.jpg`;
}

/** Records whose permission the release relies on. Returns how many they are. */
async function insertReliedUpon(trx: Trx, releaseId: string, question: ReleaseQuestion): Promise<number> {
  const relied = await findReliedUpon(trx, question);
  if (relied.length > 0) {
    await trx
      .insertInto('releaseConsents')
      .values(relied.map((one) => ({ releaseId, ...one })))
      .execute();
  }
  return relied.length;
}

async function moveToReleased(
  trx: Trx,
  clock: Clock,
  { request, photo }: PreparedRelease,
  { next, verdictId }: { readonly next: PhotoState; readonly verdictId: string },
): Promise<void> {
  await updatePhoto(trx, photo, { state: next, stateChangedAt: isoNow(clock), currentVerdictId: verdictId });
  await recordAudit(trx, clock, {
    actor: request.personId,
    action: 'photo/state-changed',
    subject: { kind: 'photo', id: photo.id },
    detail: { from: photo.state, to: next },
  });
}

/** The audit record, the next daily replay and the webhooks hear of a release. */
async function tellOfRelease(
  trx: Trx,
  clock: Clock,
  { request, photo, file }: PreparedRelease,
  { releaseId, consents }: { readonly releaseId: string; readonly consents: number },
): Promise<void> {
  const { channelId, personId } = request;
  const { sha256 } = file.stored;
  await recordAudit(trx, clock, {
    actor: personId,
    action: 'release/made',
    subject: { kind: 'release', id: releaseId },
    detail: { photo: photo.id, channel: channelId, sha256, consents },
  });
  await enqueueDailyReplay(trx, clock);
  await announceEvent(trx, clock, 'photo.released', { releaseId, batchId: photo.batchId, channelId, sha256 });
}

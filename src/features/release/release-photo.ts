import type { JobHandler } from '../../jobs/job-runner.ts';
import { quarantinePhoto } from '../../jobs/quarantine-photo.ts';
import { announceEvent } from '../../jobs/announce-event.ts';
import { enqueueFileErasure } from '../../jobs/enqueue-file-erasure.ts';
import { enqueueDailyReplay } from '../../jobs/enqueue-daily-replay.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { moveOn, type PhotoState } from '../../policy/lifecycle.ts';
import { can } from '../../policy/rights.ts';
import type { Role } from '../../policy/words/role.ts';
import type { Trx } from '../../store/database.ts';
import { findPhoto, getBatch, getPhoto, updatePhoto, type Photo } from '../../store/find-photo.ts';
import { eraseFileRow, insertFile } from '../../store/insert-file.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { insertVerdict } from '../../store/verdict-rows.ts';
import { findReliedUpon } from './find-relied-upon.ts';
import { judgeForRelease, type JudgedForRelease } from './judge-for-release.ts';
import { makeReleaseFile, type ReleaseFile } from './make-release-file.ts';
import { requireFreshRegister, requireOpenChannel } from './require-release.ts';
import { findStandingRelease } from './store.ts';
import type { ReleaseParts } from './parts.ts';

/** What to release, and who asked for it. */
export interface ReleaseRequest {
  readonly photoId: string;
  readonly channelId: string;
  readonly personId: string;
}

/** A refusal is an answer, not a failure: trying again would not help. */
const refusals = ['register-stale', 'channel-not-open', 'wrong-state', 'not-found'] as const;

const isRefusal = (error: unknown): error is AppError =>
  error instanceof AppError && (refusals as readonly string[]).includes(error.code);

const nothingToWrite = (): Promise<void> => Promise.resolve();

/**
 * Prepare a photo for a channel: judge it again, make the file, then in one transaction judge it once more and write
 * the release. So a permission withdrawn while the file was made still stops it. A photo with a new concern goes back
 * to the moderators instead.
 */
export function releasePhotoHandler(parts: ReleaseParts): JobHandler {
  const { database, clock } = parts;
  return {
    run: async (job) => {
      const request = job.payload as ReleaseRequest;
      try {
        await requireFreshRegister(database, clock);
        const photo = await getPhoto(database, request.photoId);
        const channel = await requireOpenChannel(database, photo.batchId, request.channelId);
        if ((await findStandingRelease(database, request)) !== undefined) return nothingToWrite;
        const { refusal } = await judgeForRelease(database, photo, isoToday(clock));
        if (refusal !== null) return (trx) => settleRefusal(trx, parts, request);
        const file = await makeReleaseFile(parts, photo, channel.maxLongEdgePx);
        return (trx) => writeOrRefuse(trx, parts, { request, photo, file });
      } catch (error) {
        if (isRefusal(error)) return nothingToWrite;
        throw error;
      }
    },
    // The photo keeps its state, so it can be collected again; the job's row and the log say what went wrong.
    giveUp: nothingToWrite,
  };
}

interface Prepared {
  readonly request: ReleaseRequest;
  readonly photo: Photo;
  readonly file: ReleaseFile;
}

/** Everything is checked again inside the transaction; what no longer holds has its file erased. */
async function writeOrRefuse(trx: Trx, parts: ReleaseParts, prepared: Prepared): Promise<void> {
  const { request, file } = prepared;
  const { clock } = parts;
  const photo = await findPhoto(trx, request.photoId);
  const isTheSame = photo?.currentOutputId === prepared.photo.currentOutputId;
  const judged = photo === undefined ? undefined : await judgeForRelease(trx, photo, isoToday(clock));
  const isTwin = (await findStandingRelease(trx, request)) !== undefined;
  await insertFile(trx, clock, file.stored, 'image/jpeg');
  try {
    if (photo === undefined || judged === undefined || !isTheSame || isTwin) throw new AppError('wrong-state');
    await requireFreshRegister(trx, clock);
    await requireOpenChannel(trx, photo.batchId, request.channelId);
    const roles = await rolesOf(trx, request.personId);
    if (judged.refusal === null) await writeRelease(trx, parts, { ...prepared, photo }, judged, roles);
    else await discard(trx, parts, file, () => settleRefusal(trx, parts, request));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await discard(trx, parts, file, nothingToWrite);
  }
}

async function discard(trx: Trx, parts: ReleaseParts, file: ReleaseFile, then: () => Promise<void>): Promise<void> {
  await eraseFileRow(trx, parts.clock, file.stored.id);
  await enqueueFileErasure(trx, parts.clock, { kind: 'release', id: file.stored.id });
  await then();
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

async function writeRelease(
  trx: Trx,
  parts: ReleaseParts,
  { request, photo, file }: Prepared,
  { judged, approval }: JudgedForRelease,
  roles: readonly Role[],
): Promise<void> {
  const { clock } = parts;
  const picture = { photoId: photo.id, outputId: photo.currentOutputId };
  const facts = {
    uploaderId: photo.uploadedBy,
    verdict: judged.verdict.verdict,
    block: judged.block,
    overrideAskedBy: null,
  };
  const step = moveOn(photo.state as PhotoState, 'release', { id: request.personId, roles }, facts);
  const mayCollect = roles.some((role) => can(role, 'collect-release'));
  if (!mayCollect || (photo.state !== 'released' && !step.allowed)) throw new AppError('wrong-state');
  const verdictId = await insertVerdict(trx, clock, picture, { ...judged, cause: 'replay' });
  const releaseId = await insertRelease(trx, parts, { request, photo, file }, { judged, approval, verdictId });
  const relied = await findReliedUpon(trx, { photo, channelId: request.channelId, day: isoToday(clock), judged });
  if (relied.length > 0) {
    await trx
      .insertInto('releaseConsents')
      .values(relied.map((one) => ({ releaseId, ...one })))
      .execute();
  }
  if (step.allowed) {
    await updatePhoto(trx, photo, { state: step.next, stateChangedAt: isoNow(clock), currentVerdictId: verdictId });
    const subject = { kind: 'photo', id: photo.id } as const;
    const detail = { from: photo.state, to: step.next };
    await recordAudit(trx, clock, { actor: request.personId, action: 'photo/state-changed', subject, detail });
  }
  await recordAudit(trx, clock, {
    actor: request.personId,
    action: 'release/made',
    subject: { kind: 'release', id: releaseId },
    detail: { photo: photo.id, channel: request.channelId, sha256: file.stored.sha256, consents: relied.length },
  });
  await enqueueDailyReplay(trx, clock);
  await announceEvent(trx, clock, 'photo.released', {
    releaseId,
    batchId: photo.batchId,
    channelId: request.channelId,
    sha256: file.stored.sha256,
  });
}

async function insertRelease(
  trx: Trx,
  parts: ReleaseParts,
  { request, photo, file }: Prepared,
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
      fileName: fileNameOf(batch.eventDate, request.channelId, photo),
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

/** Neutral: the day, the channel and the place in the batch; never a word somebody typed. */
function fileNameOf(eventDate: string, channelId: string, photo: Photo): string {
  return `${eventDate}-${channelId}-${String(photo.position).padStart(3, '0')}-${photo.id.slice(-4).toLowerCase()}.jpg`;
}

/** What speaks against the photo today is written down, and moderators see it again. */
async function settleRefusal(trx: Trx, parts: ReleaseParts, request: ReleaseRequest): Promise<void> {
  const { clock } = parts;
  const photo = await findPhoto(trx, request.photoId);
  if (photo === undefined) return;
  const { judged, refusal } = await judgeForRelease(trx, photo, isoToday(clock));
  if (refusal === null || refusal === 'wrong-state') return;
  const { verdict, block } = judged;
  const facts = { uploaderId: photo.uploadedBy, verdict: verdict.verdict, block, overrideAskedBy: null };
  const step = moveOn(photo.state as PhotoState, 'judge-again', 'photoward', facts);
  if (!step.allowed) return;
  const picture = { photoId: photo.id, outputId: photo.currentOutputId };
  const verdictId = await insertVerdict(trx, clock, picture, { ...judged, cause: 'replay' });
  const stateChangedAt = isoNow(clock);
  const quarantine = await quarantinePhoto(trx, clock, photo, verdict);
  await updatePhoto(trx, photo, { state: step.next, stateChangedAt, currentVerdictId: verdictId, ...quarantine });
  await recordAudit(trx, clock, {
    actor: 'system',
    action: 'photo/judged-again',
    subject: { kind: 'photo', id: photo.id },
    detail: { from: photo.state, to: step.next, verdict: verdict.verdict, at: 'release' },
  });
}

import type { JobHandler } from '../../jobs/job-runner.ts';
import { quarantinePhoto } from '../../jobs/quarantine-photo.ts';
import { enqueueFileErasure } from '../../jobs/enqueue-file-erasure.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { moveOn, type PhotoState } from '../../policy/lifecycle.ts';
import type { Queryable, Trx } from '../../store/database.ts';
import { findPhoto, getPhoto, updatePhoto, type Photo } from '../../store/find-photo.ts';
import { eraseFileRow, insertFile } from '../../store/insert-file.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { insertVerdict } from '../../store/verdict-rows.ts';
import { judgeForRelease } from './judge-for-release.ts';
import { makeReleaseFile, type ReleaseFile } from './make-release-file.ts';
import { requireFreshRegister, requireOpenChannel } from './require-release.ts';
import { findStandingRelease, findTakenDown } from './store.ts';
import type { ReleaseParts } from './parts.ts';
import { writeRelease, type PreparedRelease, type ReleaseRequest } from './write-release.ts';

/** A refusal is an answer, not a failure: trying again would not help. */
const refusals = ['register-stale', 'channel-not-open', 'wrong-state', 'not-found'] as const;

const isRefusal = (error: unknown): error is AppError =>
  error instanceof AppError && (refusals as readonly string[]).includes(error.code);

const nothingToWrite = (): Promise<void> => Promise.resolve();

/** It is on the channel already, or came down from it: what was taken down does not go back by itself. */
async function isDone(database: Queryable, { id: photoId, batchId }: Photo, channelId: string): Promise<boolean> {
  if ((await findStandingRelease(database, { photoId, channelId })) !== undefined) return true;
  return (await findTakenDown(database, { batchId, channelId })).has(photoId);
}

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
        if (await isDone(database, photo, request.channelId)) return nothingToWrite;
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

/** Everything is checked again inside the transaction; what no longer holds has its file erased. */
async function writeOrRefuse(trx: Trx, parts: ReleaseParts, prepared: PreparedRelease): Promise<void> {
  const { request, file } = prepared;
  const { clock } = parts;
  const photo = await findPhoto(trx, request.photoId);
  const isTheSame = photo?.currentOutputId === prepared.photo.currentOutputId;
  const judged = photo === undefined ? undefined : await judgeForRelease(trx, photo, isoToday(clock));
  const isOver = photo !== undefined && (await isDone(trx, photo, request.channelId));
  await insertFile(trx, clock, file.stored, 'image/jpeg');
  try {
    if (photo === undefined || judged === undefined || !isTheSame || isOver) throw new AppError('wrong-state');
    await requireFreshRegister(trx, clock);
    await requireOpenChannel(trx, photo.batchId, request.channelId);
    if (judged.refusal === null) await writeRelease(trx, parts, { ...prepared, photo }, judged);
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

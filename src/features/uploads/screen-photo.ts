import { readFile } from 'node:fs/promises';
import type { StoredFile } from '../../files/file-vault.ts';
import type { ClaimedJob } from '../../jobs/job.ts';
import { quarantinePhoto } from '../../jobs/quarantine-photo.ts';
import { settleBatch } from '../../jobs/settle-batch.ts';
import { AppError, type ErrorCode } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { completeEvidence } from '../../pipeline/complete-evidence.ts';
import { isMislabelled } from '../../pipeline/intake/is-mislabelled.ts';
import { factsReader } from '../../pipeline/facts-reader.ts';
import { judgeEvidence } from '../../pipeline/judge-stored-photo.ts';
import { makePreview } from '../../pipeline/make-preview.ts';
import { whoToLookFor } from '../../pipeline/who-to-look-for.ts';
import { withPermittedMatch } from '../../pipeline/with-permitted-match.ts';
import { isForSafeguardingLead } from '../../policy/block-kind.ts';
import { moveOn, type PhotoState } from '../../policy/lifecycle.ts';
import type { Evidence } from '../../policy/words/evidence.ts';
import type { Trx } from '../../store/database.ts';
import { writeEvidence } from '../../store/evidence-rows.ts';
import { findPhoto, updatePhoto, type Photo } from '../../store/find-photo.ts';
import { insertFile } from '../../store/insert-file.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { insertVerdict } from '../../store/verdict-rows.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { findNearDuplicate } from './find-near-duplicate.ts';
import type { UploadParts } from './parts.ts';

/** Failures of the moment rather than of the photo: worth another try while tries are left. */
const passing: readonly ErrorCode[] = ['process-died', 'aborted'];

const noWork = (): Promise<void> => Promise.resolve();

/** The id in a job's payload. */
export function photoIdOf(job: ClaimedJob): string {
  return (job.payload as { readonly photoId: string }).photoId;
}

/**
 * Screen one photo and return what to write: evidence, verdict, clean copy, preview and the new state together. Safe to
 * repeat: nothing but the state 'screening' is written before the end. `written` hears of the files it made, so that
 * those nobody refers to in the end are erased.
 */
export async function screenPhoto(
  parts: UploadParts,
  job: ClaimedJob,
  signal: AbortSignal,
  written: (files: readonly StoredFile[]) => void,
): Promise<(trx: Trx) => Promise<void>> {
  const photo = await startScreening(parts, photoIdOf(job));
  if (photo === undefined) return noWork;
  const { evidence, clean } = await observe(parts, photo, signal);
  const failure = passingFailure(evidence);
  if (failure !== undefined && job.attempt < job.maxAttempts) throw new AppError(failure);
  const files = await keepFiles(parts, photo, evidence, clean);
  written([files.clean, files.preview].filter((file) => file !== null));
  return (trx) => finishScreening(trx, parts, photo, evidence, files);
}

/** Undefined when there is nothing to screen: deleted meanwhile, or screened already. */
async function startScreening({ database, clock }: UploadParts, photoId: string): Promise<Photo | undefined> {
  return await withTransaction(database, async (trx) => {
    const photo = await findPhoto(trx, photoId);
    if (photo?.state === 'screening') return photo;
    if (photo?.state !== 'received' || photo.currentOutputId !== null) return undefined;
    await updatePhoto(trx, photo, { state: 'screening', stateChangedAt: isoNow(clock) });
    const subject = { kind: 'photo', id: photo.id } as const;
    await recordAudit(trx, clock, { actor: 'system', action: 'photo/screening-started', subject });
    return { ...photo, state: 'screening', version: photo.version + 1 };
  });
}

async function observe(
  parts: UploadParts,
  photo: Photo,
  signal: AbortSignal,
): Promise<{ readonly evidence: Evidence; readonly clean: Buffer | null }> {
  const { database, vault, clock } = parts;
  const day = isoToday(clock);
  const compare = await whoToLookFor(parts, await factsReader(database, day)(photo), day);
  return await vault.withPlainPlace(async (cleanTo) => {
    const { evidence } = await vault.withPlainCopy({ kind: 'original', id: photo.originalFileId! }, (file) =>
      parts.screening().screen({ path: file, compare, cleanTo, cleanLongEdgePx: null }, signal),
    );
    const clean = evidence.clean.status === 'observed' ? await readFile(cleanTo) : null;
    return { evidence: withOwnName(evidence, photo.fileName), clean };
  });
}

/** The screening process saw a temporary name; the rules must see the one the photo came with. */
function withOwnName(evidence: Evidence, name: string): Evidence {
  const { file } = evidence;
  if (file.status !== 'observed') return evidence;
  return {
    ...evidence,
    file: { ...file, value: { ...file.value, name, mislabelled: isMislabelled(name, file.value.kind) } },
  };
}

function passingFailure(evidence: Evidence): ErrorCode | undefined {
  const codes = Object.values(evidence).flatMap((item) => (item.status === 'failed' ? [item.error.code] : []));
  return codes.find((code) => passing.includes(code));
}

interface KeptFiles {
  readonly clean: StoredFile | null;
  /** Null without a clean copy, and always for what only the safeguarding lead may handle. */
  readonly preview: StoredFile | null;
}

async function keepFiles(
  { database, vault, clock }: UploadParts,
  photo: Photo,
  evidence: Evidence,
  clean: Buffer | null,
): Promise<KeptFiles> {
  if (clean === null) return { clean: null, preview: null };
  const { block } = await judgeEvidence(database, photo, evidence, isoToday(clock));
  const preview = block === 'quarantine' ? null : await vault.write('preview', await makePreview(clean));
  return { clean: await vault.write('clean', clean), preview };
}

/** Everything that follows from the evidence, judged by the register as it is at this moment. */
async function finishScreening(
  trx: Trx,
  parts: UploadParts,
  seen: Photo,
  observed: Evidence,
  files: KeptFiles,
): Promise<void> {
  const { clock } = parts;
  const photo = await findPhoto(trx, seen.id);
  if (photo?.state !== 'screening') return;
  const picture = { photoId: photo.id, outputId: null };
  const evidence = await withPermittedMatch(trx, observed, isoToday(clock));
  await writeEvidence(trx, clock, picture, evidence);
  const judged = await judgeEvidence(trx, photo, evidence, isoToday(clock));
  const { verdict, policyVersionId, block } = judged;
  const verdictId = await insertVerdict(trx, clock, picture, { ...judged, cause: 'screening' });
  const facts = { uploaderId: photo.uploadedBy, verdict: verdict.verdict, block, overrideAskedBy: null };
  const moved = moveOn('screening', 'finish-screening', 'photoward', facts);
  if (!moved.allowed) throw new AppError('internal', { detail: moved.why });
  const preview = isForSafeguardingLead(verdict) ? null : files.preview;
  if (files.clean !== null) await insertFile(trx, clock, files.clean, 'image/jpeg');
  if (preview !== null) await insertFile(trx, clock, preview, 'image/jpeg');
  const subject = { kind: 'photo', id: photo.id } as const;
  const detail = { verdict: verdict.verdict, state: moved.next, policy: policyVersionId };
  await recordAudit(trx, clock, { actor: 'system', action: 'photo/screened', subject, detail });
  const quarantine = await quarantinePhoto(trx, clock, photo, verdict);
  await updatePhoto(trx, photo, {
    ...(await describeFile(trx, photo, evidence)),
    state: moved.next satisfies PhotoState,
    cleanFileId: files.clean?.id ?? null,
    previewFileId: preview?.id ?? null,
    ...quarantine,
    currentVerdictId: verdictId,
    stateChangedAt: isoNow(clock),
  });
  await settleBatch(trx, clock, photo.batchId);
}

async function describeFile(trx: Trx, photo: Photo, { file }: Evidence): Promise<Partial<Photo>> {
  if (file.status !== 'observed') return {};
  const { width, height, perceptualHash } = file.value;
  return { width, height, perceptualHash, nearDuplicateOf: await findNearDuplicate(trx, photo, perceptualHash) };
}

/** A photo that could not be screened goes to review: every check failed, with the reason. */
export async function giveUpScreening(trx: Trx, parts: UploadParts, job: ClaimedJob, error: AppError): Promise<void> {
  const photo = await findPhoto(trx, photoIdOf(job));
  if (photo === undefined || (photo.state !== 'received' && photo.state !== 'screening')) return;
  await trx.updateTable('photos').set({ state: 'screening' }).where('id', '=', photo.id).execute();
  const { evidence } = completeEvidence([], error);
  await finishScreening(trx, parts, photo, evidence, { clean: null, preview: null });
}

import type { StoredFile } from '../../files/file-vault.ts';
import type { ClaimedJob } from '../../jobs/job.ts';
import { quarantinePhoto } from '../../jobs/quarantine-photo.ts';
import { settleBatch } from '../../jobs/settle-batch.ts';
import { AppError, toAppError } from '../../lib/app-error.ts';
import { isoNow, isoToday, type Clock } from '../../lib/clock.ts';
import { completeEvidence } from '../../pipeline/complete-evidence.ts';
import { makeOutput } from '../../pipeline/covering/make-output.ts';
import type { Recipe } from '../../pipeline/covering/recipe.ts';
import { factsReader } from '../../pipeline/facts-reader.ts';
import { judgeEvidence } from '../../pipeline/judge-stored-photo.ts';
import { makePreview } from '../../pipeline/make-preview.ts';
import { whoToLookFor } from '../../pipeline/who-to-look-for.ts';
import { withPermittedMatch } from '../../pipeline/with-permitted-match.ts';
import { isForSafeguardingLead } from '../../policy/block-kind.ts';
import { moveOn } from '../../policy/lifecycle.ts';
import type { Evidence } from '../../policy/words/evidence.ts';
import type { Queryable, Trx } from '../../store/database.ts';
import { readEvidence, writeEvidence } from '../../store/evidence-rows.ts';
import { findPhoto, updatePhoto, type Photo } from '../../store/find-photo.ts';
import { insertFile } from '../../store/insert-file.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { insertVerdict } from '../../store/verdict-rows.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { joinEvidence } from './join-evidence.ts';
import { observeUncovered } from './observe-uncovered.ts';
import type { ModerationParts } from './parts.ts';

interface OutputFiles {
  readonly output: StoredFile;
  readonly preview: StoredFile;
  readonly width: number;
  readonly height: number;
  /** Why a check of these very pixels gave no answer, in words; null when all did. */
  readonly failure: string | null;
}

/** The id in a job's payload. */
export function outputIdOf(job: ClaimedJob): string {
  return (job.payload as { readonly outputId: string }).outputId;
}

/** The photo whose current picture this output still is; undefined when it was replaced or deleted meanwhile. */
async function findCurrent(database: Queryable, outputId: string) {
  const output = await database.selectFrom('photoOutputs').selectAll().where('id', '=', outputId).executeTakeFirst();
  const photo = output === undefined ? undefined : await findPhoto(database, output.photoId);
  if (output === undefined || photo?.currentOutputId !== outputId || output.checkState !== 'waiting') return undefined;
  return { photo, recipe: JSON.parse(output.recipeJson) as Recipe };
}

/**
 * Make a covered or cropped picture and look at its own pixels from the beginning: faces, register, attire, text. Safe
 * to repeat: the same recipe gives the same bytes. `written` hears of each file it made.
 */
export async function checkOutput(
  parts: ModerationParts,
  job: ClaimedJob,
  signal: AbortSignal,
  written: (file: StoredFile) => void,
): Promise<(trx: Trx) => Promise<void>> {
  const outputId = outputIdOf(job);
  const current = await findCurrent(parts.database, outputId);
  if (current === undefined) return () => Promise.resolve();
  const { photo, recipe } = current;
  await startChecking(parts, photo);
  const clean = await parts.vault.read({ kind: 'clean', id: photo.cleanFileId! });
  const { bytes, evidence: size } = await makeOutput(clean, recipe);
  const output = await parts.vault.write('output', bytes);
  written(output);
  const seen = await observe(parts, photo, output, signal);
  const original = await readEvidence(parts.database, { photoId: photo.id, outputId: null });
  const uncovered = await observeUncovered(parts, { clean, recipe, original }, signal);
  const looked = recipe.crop === null || uncovered === null ? [seen] : [seen, uncovered];
  if (looked.some(isPassing) && job.attempt < job.maxAttempts) throw new AppError('process-died');
  const preview = await parts.vault.write('preview', await makePreview(bytes));
  written(preview);
  const permitted = await withPermittedMatch(parts.database, seen, isoToday(parts.clock));
  const evidence = joinEvidence(original, permitted, uncovered);
  const failure = looked.map(failureIn).find((reason) => reason !== null) ?? null;
  const files = { output, preview, width: size.width, height: size.height, failure };
  return (trx) => finishCheck(trx, parts, outputId, evidence, files);
}

async function startChecking({ database, clock }: ModerationParts, seen: Photo): Promise<void> {
  await withTransaction(database, async (trx) => {
    const photo = await findPhoto(trx, seen.id);
    if (photo?.state !== 'received') return;
    await updatePhoto(trx, photo, { state: 'screening', stateChangedAt: isoNow(clock) });
    const subject = { kind: 'photo', id: photo.id } as const;
    await recordAudit(trx, clock, { actor: 'system', action: 'photo/screening-started', subject });
  });
}

async function observe(
  parts: ModerationParts,
  photo: Photo,
  output: StoredFile,
  signal: AbortSignal,
): Promise<Evidence> {
  const day = isoToday(parts.clock);
  const compare = await whoToLookFor(parts, await factsReader(parts.database, day)(photo), day);
  const { evidence } = await parts.vault.withPlainCopy(output, (path) =>
    parts.screening().screen({ path, compare, cleanTo: null, cleanLongEdgePx: null }, signal),
  );
  return evidence;
}

/** A process that died is worth another try. */
function isPassing(evidence: Partial<Evidence>): boolean {
  return Object.values(evidence).some((item) => item.status === 'failed' && item.error.code === 'process-died');
}

function failureIn(evidence: Partial<Evidence>): string | null {
  const failed = Object.values(evidence).find((item) => item.status === 'failed');
  return failed === undefined ? null : toAppError(new AppError(failed.error.code)).message;
}

/** What follows from the check, judged by the register of this moment. */
async function finishCheck(
  trx: Trx,
  { clock }: ModerationParts,
  outputId: string,
  evidence: Evidence,
  files: OutputFiles | null,
): Promise<void> {
  const current = await findCurrent(trx, outputId);
  if (current?.photo.state !== 'screening') return;
  const { photo } = current;
  const picture = { photoId: photo.id, outputId };
  await writeEvidence(trx, clock, picture, evidence);
  const judged = await judgeEvidence(trx, photo, evidence, isoToday(clock));
  const { verdict, block } = judged;
  const verdictId = await insertVerdict(trx, clock, picture, { ...judged, cause: 'output-check' });
  const facts = { uploaderId: photo.uploadedBy, verdict: verdict.verdict, block, overrideAskedBy: null };
  const moved = moveOn('screening', 'finish-screening', 'photoward', facts);
  if (!moved.allowed) throw new AppError('internal', { detail: moved.why });
  const preview = isForSafeguardingLead(verdict) ? null : (files?.preview ?? null);
  if (files !== null) await insertFile(trx, clock, files.output, 'image/jpeg');
  if (preview !== null) await insertFile(trx, clock, preview, 'image/jpeg');
  const checkReason = await describeCheck(trx, clock, outputId, files, preview);
  const stateChangedAt = isoNow(clock);
  const subject = { kind: 'photo', id: photo.id } as const;
  const detail = { output: outputId, verdict: verdict.verdict, passed: checkReason === null };
  await recordAudit(trx, clock, { actor: 'system', action: 'photo/output-checked', subject, detail });
  const quarantine = await quarantinePhoto(trx, clock, photo, verdict);
  await updatePhoto(trx, photo, { state: moved.next, currentVerdictId: verdictId, stateChangedAt, ...quarantine });
  await settleBatch(trx, clock, photo.batchId);
}

/** Writes what came of the check; returns why it failed, or null. */
async function describeCheck(
  trx: Trx,
  clock: Clock,
  outputId: string,
  files: OutputFiles | null,
  preview: StoredFile | null,
): Promise<string | null> {
  const checkReason = files === null ? 'The picture could not be made.' : files.failure;
  await trx
    .updateTable('photoOutputs')
    .set({
      fileId: files?.output.id ?? null,
      previewFileId: preview?.id ?? null,
      sha256: files?.output.sha256 ?? null,
      width: files?.width ?? null,
      height: files?.height ?? null,
      checkState: checkReason === null ? 'passed' : 'failed',
      checkReason,
      checkedAt: isoNow(clock),
    })
    .where('id', '=', outputId)
    .execute();
  return checkReason;
}

/** A picture that could not be made or checked goes back to review, and cannot be approved. */
export async function giveUpOutput(trx: Trx, parts: ModerationParts, job: ClaimedJob, error: AppError): Promise<void> {
  const current = await findCurrent(trx, outputIdOf(job));
  if (current === undefined) return;
  await trx.updateTable('photos').set({ state: 'screening' }).where('id', '=', current.photo.id).execute();
  await finishCheck(trx, parts, outputIdOf(job), completeEvidence([], error).evidence, null);
}

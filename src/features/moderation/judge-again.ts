import { quarantinePhoto } from '../../jobs/quarantine-photo.ts';
import { settleBatch } from '../../jobs/settle-batch.ts';
import { isoNow, isoToday, type Clock } from '../../lib/clock.ts';
import { judgeStoredPhoto } from '../../pipeline/judge-stored-photo.ts';
import { moveOn, type PhotoState } from '../../policy/lifecycle.ts';
import type { Verdict } from '../../policy/words/finding.ts';
import type { AuditAction } from '../../store/audit-actions.ts';
import type { Trx } from '../../store/database.ts';
import { updatePhoto, type Photo } from '../../store/find-photo.ts';
import { recordAudit, type AuditDetail } from '../../store/record-audit.ts';
import { insertVerdict } from '../../store/verdict-rows.ts';

/** What was said or seen, and how it goes into the audit log. */
export interface SaidAbout {
  readonly actor: string;
  readonly action: AuditAction;
  readonly detail: AuditDetail;
}

/**
 * Judge a photo again after something was said or seen of it. What becomes worse is flagged; what becomes better still
 * needs somebody to approve it.
 */
export async function judgeAgain(
  trx: Trx,
  clock: Clock,
  photo: Photo,
  said: SaidAbout,
): Promise<{ readonly state: PhotoState; readonly verdict: Verdict }> {
  const judged = await judgeStoredPhoto(trx, photo, isoToday(clock));
  const { verdict, block } = judged;
  const picture = { photoId: photo.id, outputId: photo.currentOutputId };
  const currentVerdictId = await insertVerdict(trx, clock, picture, { ...judged, cause: 'answer' });
  const facts = { uploaderId: photo.uploadedBy, verdict: verdict.verdict, block, overrideAskedBy: null };
  const moved = moveOn(photo.state as PhotoState, 'judge-again', 'photoward', facts);
  const state = moved.allowed ? moved.next : (photo.state as PhotoState);
  const stateChangedAt = state === photo.state ? photo.stateChangedAt : isoNow(clock);
  await recordAudit(trx, clock, { ...said, subject: { kind: 'photo', id: photo.id } });
  const quarantine = await quarantinePhoto(trx, clock, photo, verdict);
  await updatePhoto(trx, photo, { currentVerdictId, state, stateChangedAt, ...quarantine });
  await settleBatch(trx, clock, photo.batchId);
  return { state, verdict };
}

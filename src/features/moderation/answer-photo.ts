import type { SignedIn } from '../../http/signed-in.ts';
import { settleBatch } from '../../jobs/settle-batch.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { judgeStoredPhoto, type Judged } from '../../pipeline/judge-stored-photo.ts';
import { moveOn, type PhotoState } from '../../policy/lifecycle.ts';
import type { VerdictName } from '../../policy/words/finding.ts';
import type { AuditAction } from '../../store/audit-actions.ts';
import type { Trx } from '../../store/database.ts';
import { updatePhoto, type Photo } from '../../store/find-photo.ts';
import { recordAudit, type AuditDetail } from '../../store/record-audit.ts';
import { insertVerdict } from '../../store/verdict-rows.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { getPhotoToDecide } from './store.ts';
import type { ModerationParts } from './parts.ts';

/** A photo after somebody said something about it. */
export interface Answered {
  readonly state: PhotoState;
  readonly verdict: VerdictName;
  readonly lineUpLeft: number;
  readonly version: number;
}

/** What is said, and how it goes into the audit log. */
export interface SaidAbout {
  readonly action: AuditAction;
  readonly detail: AuditDetail;
}

const answerable = ['clear', 'flagged', 'approved'];

/**
 * Write what a person says about a photo and judge it again in the same transaction. What becomes worse is flagged;
 * what becomes better still needs somebody to approve it. Throws `not-found`, `own-upload`, `changed-meanwhile`,
 * `wrong-state`, and whatever `write` throws.
 */
export async function answerPhoto(
  { database, clock, wakeJobs }: Pick<ModerationParts, 'database' | 'clock' | 'wakeJobs'>,
  person: SignedIn,
  photoId: string,
  version: number,
  write: (trx: Trx, photo: Photo, before: Judged) => Promise<SaidAbout>,
): Promise<Answered> {
  const answered = await withTransaction(database, async (trx) => {
    const photo = await getPhotoToDecide(trx, person, photoId, version);
    if (!answerable.includes(photo.state)) throw new AppError('wrong-state');
    const said = await write(trx, photo, await judgeStoredPhoto(trx, photo, isoToday(clock)));
    const { verdict, policyVersionId, block } = await judgeStoredPhoto(trx, photo, isoToday(clock));
    const picture = { photoId, outputId: photo.currentOutputId };
    const currentVerdictId = await insertVerdict(trx, clock, picture, { verdict, policyVersionId, cause: 'answer' });
    const facts = { uploaderId: photo.uploadedBy, verdict: verdict.verdict, block, overrideAskedBy: null };
    const moved = moveOn(photo.state as PhotoState, 'judge-again', 'photoward', facts);
    const state = moved.allowed ? moved.next : (photo.state as PhotoState);
    const stateChangedAt = state === photo.state ? photo.stateChangedAt : isoNow(clock);
    await updatePhoto(trx, photo, { currentVerdictId, state, stateChangedAt });
    const subject = { kind: 'photo', id: photoId } as const;
    await recordAudit(trx, clock, { actor: person.accountId, ...said, subject });
    await settleBatch(trx, clock, photo.batchId);
    const lineUpLeft = verdict.coverage.lineUp.length;
    return { state, verdict: verdict.verdict, lineUpLeft, version: version + 1 };
  });
  wakeJobs();
  return answered;
}

import type { SignedIn } from '../../http/signed-in.ts';
import { quarantinePhoto } from '../../jobs/quarantine-photo.ts';
import { settleBatch } from '../../jobs/settle-batch.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { judgeStoredPhoto } from '../../pipeline/judge-stored-photo.ts';
import { moveOn, type PhotoState } from '../../policy/lifecycle.ts';
import { updatePhoto } from '../../store/find-photo.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { insertVerdict } from '../../store/verdict-rows.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { getVisiblePhoto } from './store.ts';
import type { UploadParts } from './parts.ts';

const judgedStates = ['clear', 'flagged', 'approved'];

/**
 * Change a photo's words. Names beside a picture count, so it is judged again: what was clear or approved may be
 * flagged. Throws `not-found`, `wrong-state` once released or rejected, `changed-meanwhile`.
 */
export async function changeText(
  { database, clock }: UploadParts,
  person: SignedIn,
  photoId: string,
  words: { readonly caption: string; readonly altText: string; readonly version: number },
): Promise<{ readonly state: PhotoState; readonly version: number }> {
  const { caption, altText, version } = words;
  return await withTransaction(database, async (trx) => {
    const before = await getVisiblePhoto(trx, person, photoId);
    if (before.version !== version) throw new AppError('changed-meanwhile');
    const isJudged = judgedStates.includes(before.state);
    if (!isJudged && before.state !== 'received' && before.state !== 'screening') throw new AppError('wrong-state');
    await updatePhoto(trx, before, { caption, altText });
    const photo = { ...before, caption, altText, version: version + 1 };
    const subject = { kind: 'photo', id: photoId } as const;
    await recordAudit(trx, clock, { actor: person.accountId, action: 'photo/text-changed', subject });
    if (!isJudged) return { state: photo.state as PhotoState, version: photo.version };
    const judged = await judgeStoredPhoto(trx, photo, isoToday(clock));
    const picture = { photoId, outputId: photo.currentOutputId };
    const { verdict, block } = judged;
    const currentVerdictId = await insertVerdict(trx, clock, picture, { ...judged, cause: 'text-change' });
    const facts = { uploaderId: photo.uploadedBy, verdict: verdict.verdict, block, overrideAskedBy: null };
    const moved = moveOn(photo.state as PhotoState, 'judge-again', 'photoward', facts);
    const state = moved.allowed ? moved.next : (photo.state as PhotoState);
    const stateChangedAt = state === photo.state ? photo.stateChangedAt : isoNow(clock);
    const quarantine = await quarantinePhoto(trx, clock, photo, verdict);
    await updatePhoto(trx, photo, { currentVerdictId, state, stateChangedAt, ...quarantine });
    await settleBatch(trx, clock, photo.batchId);
    return { state, version: photo.version + 1 };
  });
}

import { quarantinePhoto } from '../../jobs/quarantine-photo.ts';
import { isoNow, isoToday, type Clock } from '../../lib/clock.ts';
import type { ReadFacts } from '../../pipeline/facts-reader.ts';
import { judgeStoredPhoto } from '../../pipeline/judge-stored-photo.ts';
import { moveOn, type PhotoState } from '../../policy/lifecycle.ts';
import type { Trx } from '../../store/database.ts';
import { updatePhoto, type Photo } from '../../store/find-photo.ts';
import { insertVerdict } from '../../store/verdict-rows.ts';

/** Photos that were judged and have not left. */
export const judgedStates: readonly PhotoState[] = ['clear', 'flagged', 'approved'];

/**
 * Judge a photo of one of `judgedStates` with the words that stand beside it now: what was clear or approved may be
 * flagged. Settling its batch is for the caller. Throws `changed-meanwhile`.
 */
export async function judgeChangedWords(
  trx: Trx,
  clock: Clock,
  photo: Photo,
  readFacts?: ReadFacts,
): Promise<{ readonly state: PhotoState; readonly version: number }> {
  const judged = await judgeStoredPhoto(trx, photo, isoToday(clock), readFacts);
  const picture = { photoId: photo.id, outputId: photo.currentOutputId };
  const { verdict, block } = judged;
  const currentVerdictId = await insertVerdict(trx, clock, picture, { ...judged, cause: 'text-change' });
  const facts = { uploaderId: photo.uploadedBy, verdict: verdict.verdict, block, overrideAskedBy: null };
  const moved = moveOn(photo.state as PhotoState, 'judge-again', 'photoward', facts);
  const state = moved.allowed ? moved.next : (photo.state as PhotoState);
  const stateChangedAt = state === photo.state ? photo.stateChangedAt : isoNow(clock);
  const quarantine = await quarantinePhoto(trx, clock, photo, verdict);
  await updatePhoto(trx, photo, { currentVerdictId, state, stateChangedAt, ...quarantine });
  return { state, version: photo.version + 1 };
}

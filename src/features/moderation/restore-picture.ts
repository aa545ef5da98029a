import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { judgeStoredPhoto } from '../../pipeline/judge-stored-photo.ts';
import { moveOn, type PhotoState } from '../../policy/lifecycle.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { Answered } from './answer-photo.ts';
import { discardOutput } from './discard-output.ts';
import { bringBackSightings } from './bring-back-sightings.ts';
import { judgeAgain } from './judge-again.ts';
import { getPhotoToDecide } from './store.ts';
import type { ModerationParts } from './parts.ts';

/**
 * Go back to the photo as uploaded: covers and crop are gone, it is judged again by what was found and seen in it at first,
 * and a person decides it, whatever was decided of the changed picture. Throws as `getPhotoToDecide` does, `wrong-state` for a
 * photo that was not changed, is being checked, or was decided for good.
 */
export async function restorePicture(
  { database, clock, wakeJobs }: Pick<ModerationParts, 'database' | 'clock' | 'wakeJobs'>,
  person: SignedIn,
  photoId: string,
  version: number,
): Promise<Answered> {
  const restored = await withTransaction(database, async (trx) => {
    const photo = await getPhotoToDecide(trx, person, photoId, version);
    const { currentOutputId: output } = photo;
    if (output === null) throw new AppError('wrong-state', { detail: 'the picture is as it was uploaded' });
    const { verdict, block } = await judgeStoredPhoto(trx, photo, isoToday(clock));
    const facts = { uploaderId: photo.uploadedBy, verdict: verdict.verdict, block, overrideAskedBy: null };
    const actor = { id: person.accountId, roles: person.roles };
    const moved = moveOn(photo.state as PhotoState, 'restore-picture', actor, facts);
    if (!moved.allowed) throw new AppError('wrong-state', { detail: moved.why });
    const stateChangedAt = isoNow(clock);
    await discardOutput(trx, photoId, stateChangedAt);
    await bringBackSightings(trx, photoId);
    await trx.updateTable('photos').set({ currentOutputId: null }).where('id', '=', photoId).execute();
    const original = { ...photo, currentOutputId: null, state: moved.next, stateChangedAt };
    const said = { actor: person.accountId, action: 'photo/restored', detail: { output } } as const;
    const judged = await judgeAgain(trx, clock, original, said);
    const lineUpLeft = judged.verdict.coverage.lineUp.length;
    return { state: judged.state, verdict: judged.verdict.verdict, lineUpLeft, version: version + 1 };
  });
  wakeJobs();
  return restored;
}

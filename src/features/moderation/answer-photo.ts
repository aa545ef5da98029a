import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoToday } from '../../lib/clock.ts';
import { judgeStoredPhoto, type Judged } from '../../pipeline/judge-stored-photo.ts';
import type { PhotoState } from '../../policy/lifecycle.ts';
import type { VerdictName } from '../../policy/words/finding.ts';
import type { Trx } from '../../store/database.ts';
import type { Photo } from '../../store/find-photo.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { judgeAgain, type SaidAbout } from './judge-again.ts';
import { getPhotoToDecide } from './store.ts';
import type { ModerationParts } from './parts.ts';

/** A photo after somebody said something about it. */
export interface Answered {
  readonly state: PhotoState;
  readonly verdict: VerdictName;
  readonly lineUpLeft: number;
  readonly version: number;
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
  write: (trx: Trx, photo: Photo, before: Judged) => Promise<Omit<SaidAbout, 'actor'>>,
): Promise<Answered> {
  const answered = await withTransaction(database, async (trx) => {
    const photo = await getPhotoToDecide(trx, person, photoId, version);
    if (!answerable.includes(photo.state)) throw new AppError('wrong-state');
    const said = await write(trx, photo, await judgeStoredPhoto(trx, photo, isoToday(clock)));
    const { state, verdict } = await judgeAgain(trx, clock, photo, { ...said, actor: person.accountId });
    const lineUpLeft = verdict.coverage.lineUp.length;
    return { state, verdict: verdict.verdict, lineUpLeft, version: version + 1 };
  });
  wakeJobs();
  return answered;
}

import type { SignedIn } from '../../http/signed-in.ts';
import { settleBatch } from '../../jobs/settle-batch.ts';
import { AppError } from '../../lib/app-error.ts';
import type { PhotoState } from '../../policy/words/photo-state.ts';
import { updatePhoto } from '../../store/find-photo.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { judgedStates, judgeChangedWords } from './judge-changed-words.ts';
import { getVisiblePhoto } from './store.ts';
import type { UploadParts } from './parts.ts';

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
    const isJudged = judgedStates.some((state) => state === before.state);
    if (!isJudged && before.state !== 'received' && before.state !== 'screening') throw new AppError('wrong-state');
    await updatePhoto(trx, before, { caption, altText });
    const photo = { ...before, caption, altText, version: version + 1 };
    const subject = { kind: 'photo', id: photoId } as const;
    await recordAudit(trx, clock, { actor: person.accountId, action: 'photo/text-changed', subject });
    if (!isJudged) return { state: photo.state as PhotoState, version: photo.version };
    const after = await judgeChangedWords(trx, clock, photo);
    await settleBatch(trx, clock, photo.batchId);
    return after;
  });
}

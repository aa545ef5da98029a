import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { ReleaseParts } from './parts.ts';
import { requirePostKeeper } from './require-release.ts';
import { getRelease } from './store.ts';

/**
 * Say that an address was recorded by mistake. It stays in the ledger as one, and a takedown does not send anybody there.
 * Throws `not-found`, `wrong-state` when that was said before or the photo was taken down.
 */
export async function retractPost(
  { database, clock }: ReleaseParts,
  person: SignedIn,
  { postId }: { readonly postId: string },
): Promise<void> {
  await withTransaction(database, async (trx) => {
    const post = await trx.selectFrom('releasePosts').selectAll().where('id', '=', postId).executeTakeFirst();
    if (post === undefined) throw new AppError('not-found');
    const release = await getRelease(trx, post.releaseId);
    await requirePostKeeper(trx, person, release);
    if (post.retractedAt !== null || release.takenDownAt !== null) throw new AppError('wrong-state');
    const said = { retractedAt: isoNow(clock), retractedBy: person.accountId };
    await trx.updateTable('releasePosts').set(said).where('id', '=', postId).execute();
    await recordAudit(trx, clock, {
      actor: person.accountId,
      action: 'release/post-retracted',
      subject: { kind: 'release', id: release.id },
      detail: { post: postId },
    });
  });
}

import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { settleBatch } from '../../jobs/settle-batch.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { countPhotos, getOwnBatch } from './store.ts';
import type { UploadParts } from './parts.ts';

/** Close a batch of one's own for more photos. Throws `not-found`, `wrong-state` when done already or still empty. */
export async function submitBatch(parts: UploadParts, person: SignedIn, batchId: string): Promise<undefined> {
  await withTransaction(parts.database, async (trx) => {
    const batch = await getOwnBatch(trx, person, batchId);
    if (batch.state !== 'open') throw new AppError('wrong-state');
    const { total } = (await countPhotos(trx, [batchId]))(batchId);
    if (total === 0) throw new AppError('wrong-state', { detail: 'the batch has no photos yet' });
    await trx
      .updateTable('batches')
      .set({ state: 'submitted', submittedAt: isoNow(parts.clock), version: batch.version + 1 })
      .where('id', '=', batchId)
      .execute();
    const subject = { kind: 'batch', id: batchId } as const;
    const detail = { photos: total };
    await recordAudit(trx, parts.clock, { actor: person.accountId, action: 'batch/submitted', subject, detail });
    await settleBatch(trx, parts.clock, batchId);
  });
  parts.wakeJobs();
  return undefined;
}

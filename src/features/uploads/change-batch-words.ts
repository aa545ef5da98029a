import type { SignedIn } from '../../http/signed-in.ts';
import { settleBatch } from '../../jobs/settle-batch.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoToday } from '../../lib/clock.ts';
import { factsReader } from '../../pipeline/facts-reader.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { judgedStates, judgeChangedWords } from './judge-changed-words.ts';
import { getVisibleBatch } from './store.ts';
import type { UploadParts } from './parts.ts';

interface BatchWords {
  readonly title: string;
  readonly caption: string;
}

/**
 * Change a batch's title and caption, also after photos of it have left: a name that stands there can be taken off. What
 * has not left is judged again with the new words; what has left keeps those it was released with. Throws `not-found`,
 * `changed-meanwhile` when other words stand there than `was`.
 */
export async function changeBatchWords(
  { database, clock }: UploadParts,
  person: SignedIn,
  batchId: string,
  { title, caption, was }: BatchWords & { readonly was: BatchWords },
): Promise<void> {
  await withTransaction(database, async (trx) => {
    const before = await getVisibleBatch(trx, person, batchId);
    if (before.title !== was.title || before.caption !== was.caption) throw new AppError('changed-meanwhile');
    if (before.title === title && before.caption === caption) return;
    await trx
      .updateTable('batches')
      .set({ title, caption, version: before.version + 1 })
      .where('id', '=', batchId)
      .execute();
    const subject = { kind: 'batch', id: batchId } as const;
    await recordAudit(trx, clock, { actor: person.accountId, action: 'batch/words-changed', subject });
    const photos = await trx
      .selectFrom('photos')
      .selectAll()
      .where('batchId', '=', batchId)
      .where('state', 'in', judgedStates)
      .orderBy('position')
      .execute();
    const readFacts = factsReader(trx, isoToday(clock));
    for (const photo of photos) await judgeChangedWords(trx, clock, photo, readFacts);
    await settleBatch(trx, clock, batchId);
  });
}

import type { FileVault } from '../../files/file-vault.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow, type Clock } from '../../lib/clock.ts';
import type { Database, Trx } from '../../store/database.ts';
import { forgetDeleted } from '../../store/forget-deleted.ts';
import type { Proof } from './parts.ts';

/** Removes an erased pupil's files, looks that they are gone, and returns what calls the erasure finished. */
export async function finishErasure(
  { database, vault, clock }: { readonly database: Database; readonly vault: FileVault; readonly clock: Clock },
  erasureId: string,
): Promise<(trx: Trx) => Promise<void>> {
  const row = await database
    .selectFrom('erasures')
    .select('proofJson')
    .where('id', '=', erasureId)
    .executeTakeFirstOrThrow();
  const { files } = JSON.parse(row.proofJson) as Proof;
  for (const file of files) await vault.erase(file);
  await forgetDeleted(database);
  for (const file of files) {
    if (await vault.has(file)) throw new AppError('internal', { cause: new Error(`file ${file.id} is still there`) });
  }
  return async (trx) => {
    await trx
      .updateTable('erasures')
      .set({ finishedAt: isoNow(clock) })
      .where('id', '=', erasureId)
      .execute();
  };
}

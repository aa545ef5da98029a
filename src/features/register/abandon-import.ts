import { AppError } from '../../lib/app-error.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { getImport } from './import-store.ts';
import type { RegisterParts } from './parts.ts';

/** Give a dry run up; its lines and its name, which are people's data, go. Throws `not-found` or `wrong-state`. */
export async function abandonImport(
  { database, clock }: RegisterParts,
  actor: string,
  importId: string,
): Promise<void> {
  await withTransaction(database, async (trx) => {
    const row = await getImport(trx, importId);
    if (row.state !== 'dry-run') throw new AppError('wrong-state');
    await trx.deleteFrom('importLines').where('importId', '=', importId).execute();
    await trx.updateTable('imports').set({ state: 'abandoned', fileName: null }).where('id', '=', importId).execute();
    const subject = { kind: 'import', id: importId } as const;
    await recordAudit(trx, clock, { actor, action: 'import/abandoned', subject });
  });
}

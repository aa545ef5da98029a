import { isoNow } from '../../lib/clock.ts';
import type { Trx } from '../../store/database.ts';
import { readImportLines } from './import-store.ts';
import type { RegisterParts } from './parts.ts';
import { onlyLines, type ImportUndo, type ImportUndoRun } from './undo-outcome.ts';

/**
 * Undo an applied list of answers: each stays on record and counts for nothing from now on, as an answer that was recorded
 * by mistake. What anybody else recorded, before or after, stands.
 */
export async function undoConsentImport(
  trx: Trx,
  { clock }: RegisterParts,
  { actor, importId }: ImportUndoRun,
): Promise<ImportUndo> {
  const { numUpdatedRows } = await trx
    .updateTable('consents')
    .set({ retractedAt: isoNow(clock), retractedBy: actor })
    .where('importId', '=', importId)
    .where('retractedAt', 'is', null)
    .executeTakeFirstOrThrow();
  const lines = await readImportLines(trx, importId, { change: 'add' });
  const undone = lines.map(
    ({ place, pupil }) => ({ place, outcome: pupil === null ? 'gone' : 'back', kept: [] }) as const,
  );
  return { ...onlyLines(undone), answers: Number(numUpdatedRows) };
}

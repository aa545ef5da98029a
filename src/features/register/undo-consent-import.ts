import { isoToday } from '../../lib/clock.ts';
import type { Trx } from '../../store/database.ts';
import { readImportLines } from './import-store.ts';
import type { RegisterParts } from './parts.ts';
import { daysOf, retractAnswers } from './retract-answers.ts';
import { onlyLines, type ImportUndo, type ImportUndoRun } from './undo-outcome.ts';

/**
 * Undo an applied list of answers: each stays on record and counts for nothing from now on, as an answer that was recorded
 * by mistake. What anybody else recorded, before or after, stands, and so does what another list has said again.
 */
export async function undoConsentImport(
  trx: Trx,
  { clock }: RegisterParts,
  { actor, importId }: ImportUndoRun,
): Promise<ImportUndo> {
  await trx.deleteFrom('answersSaidAgain').where('importId', '=', importId).execute();
  const own = await trx
    .selectFrom('consents')
    .select('id')
    .where('importId', '=', importId)
    .where('retractedAt', 'is', null)
    .orderBy('id')
    .execute();
  const { retracted, instead } = await retractAnswers(trx, clock, { actor, ids: own.map(({ id }) => id) });
  const lines = await readImportLines(trx, importId, { change: 'add' });
  const undone = lines.map(
    ({ place, pupil }) => ({ place, outcome: pupil === null ? 'gone' : 'back', kept: [] }) as const,
  );
  const effectiveDays = daysOf(instead).filter((day) => day > isoToday(clock));
  return { ...onlyLines(undone), answers: retracted, instead: instead.length, effectiveDays };
}

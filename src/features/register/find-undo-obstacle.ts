import type { Selectable } from 'kysely';
import type { Queryable } from '../../store/database.ts';
import type { ImportRow } from '../../store/tables/register-tables.ts';
import { readImportLines, type ImportSummary } from './import-store.ts';

/**
 * Why an import cannot be undone: it is none that was applied, it was undone already, a later list of its kind took it as
 * given (what a pupil list says that is on record already is not recorded once more), or what it changed is not known,
 * because it is too old or its lines have been erased.
 */
export type UndoObstacle = 'not-applied' | 'undone' | 'later-import' | 'forgotten';

/** What keeps an import from being undone now; null when nothing does. */
export async function findUndoObstacle(
  database: Queryable,
  { id, kind, state, undoneAt, summaryJson }: Selectable<ImportRow>,
): Promise<UndoObstacle | null> {
  if (state !== 'applied') return 'not-applied';
  if (undoneAt !== null) return 'undone';
  if (kind !== 'portraits-zip' && (await isTakenAsGiven(database, id, kind))) return 'later-import';
  const { counts } = JSON.parse(summaryJson) as ImportSummary;
  if (counts.add + counts.change + counts.leaver === 0) return null;
  const lines = await readImportLines(database, id, {});
  const isKnown = lines.some(({ versionAfter }) => kind !== 'pupils-csv' || versionAfter !== null);
  return isKnown ? null : 'forgotten';
}

/**
 * Whether another list of the kind was applied after this one, still stands, and has not recorded what this one had said
 * already. The audit log knows their order.
 */
async function isTakenAsGiven(database: Queryable, id: string, kind: ImportRow['kind']): Promise<boolean> {
  const applied = database.selectFrom('auditEvents').where('action', '=', 'import/applied');
  const own = await applied.select('seq').where('subjectId', '=', id).executeTakeFirst();
  const later = await applied
    .innerJoin('imports', 'imports.id', 'auditEvents.subjectId')
    .select('imports.summaryJson')
    .where('imports.kind', '=', kind)
    .where('imports.undoneAt', 'is', null)
    .where('seq', '>', own?.seq ?? 0)
    .execute();
  // Lists of answers keep what they say again, since that is known how to.
  return later.some(({ summaryJson }) => (JSON.parse(summaryJson) as ImportSummary).saidAgain === undefined);
}

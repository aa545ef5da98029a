import { createHash } from 'node:crypto';
import { enqueueRegisterChanged } from '../../jobs/enqueue-register-changed.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import type { UndoOutcome } from '../../policy/register/plan-line-undo.ts';
import type { Trx } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withRollback } from '../../store/with-rollback.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { forgetFiles } from './change-register.ts';
import { findUndoObstacle } from './find-undo-obstacle.ts';
import { findBarred } from './find-barred.ts';
import { describeImport, getImport, readImportLines } from './import-store.ts';
import type { RegisterParts } from './parts.ts';
import { undoConsentImport } from './undo-consent-import.ts';
import type { ImportUndo, UndoneLine } from './undo-outcome.ts';
import { undoPortraitImport } from './undo-portrait-import.ts';
import { undoPupilImport } from './undo-pupil-import.ts';

const undoers = {
  'pupils-csv': undoPupilImport,
  'consents-csv': undoConsentImport,
  'portraits-zip': undoPortraitImport,
} as const;

const shownExceptions = 500;

/**
 * How many lines of each outcome, answers that no longer count, answers of later lists that do instead, and pupils who may
 * appear somewhere again.
 */
type UndoCounts = Record<UndoOutcome | 'answers' | 'instead' | 'appearing', number>;

interface Undo extends ImportUndo {
  readonly counts: UndoCounts;
  /** Changes with anything that undoing would come to. */
  readonly basis: string;
}

const noCounts = {
  back: 0,
  partly: 0,
  kept: 0,
  removed: 0,
  stays: 0,
  left: 0,
  gone: 0,
  answers: 0,
  instead: 0,
  appearing: 0,
};

/** Undo what an import did to the register, and tell what that came to. */
async function undoWithin(trx: Trx, parts: RegisterParts, actor: string, importId: string): Promise<Undo> {
  const { kind, appliedAt } = await getImport(trx, importId);
  const before = await findBarred(trx, parts.clock);
  const run = { actor, importId, appliedAt: appliedAt! };
  const undone = await undoers[kind as keyof typeof undoers](trx, parts, run);
  const after = await findBarred(trx, parts.clock);
  const counts: UndoCounts = { ...noCounts, answers: undone.answers, instead: undone.instead };
  for (const { outcome } of undone.lines) counts[outcome] += 1;
  const appearing = [...after].flatMap(([pupilId, channels]) =>
    [...(before.get(pupilId) ?? [])].some((channel) => !channels.has(channel)) ? [pupilId] : [],
  );
  counts.appearing = appearing.length;
  const basis = createHash('sha256')
    .update(JSON.stringify([undone.lines, counts, appearing]))
    .digest('hex');
  return { ...undone, counts, basis };
}

/** Lines that did not simply go back, with the pupils they are about. */
async function listExceptions(
  database: Parameters<typeof readImportLines>[0],
  importId: string,
  told: readonly UndoneLine[],
) {
  const special = new Map(
    told.filter(({ outcome }) => outcome !== 'back' && outcome !== 'removed').map((line) => [line.place, line]),
  );
  if (special.size === 0) return [];
  const lines = await readImportLines(database, importId, {});
  return lines
    .flatMap(({ place, line, pupilId, pupil }) => {
      const undone = special.get(place);
      return undone === undefined ? [] : [{ line, pupilId, pupil, outcome: undone.outcome, kept: [...undone.kept] }];
    })
    .slice(0, shownExceptions);
}

/**
 * What undoing an import would come to today, found by doing it and keeping none of it; or, once it is undone, what it
 * came to. `obstacle` says why it cannot be undone. Throws `not-found`.
 */
export async function readUndo(parts: RegisterParts, actor: string, importId: string) {
  const { database } = parts;
  const row = await getImport(database, importId);
  const obstacle = await findUndoObstacle(database, row);
  const nothing = { obstacle, counts: noCounts, basis: null, exceptions: [] };
  if (row.undoneJson !== null) {
    const lines = await readImportLines(database, importId, {});
    const told = lines.flatMap(({ place, undone }) => (undone === null ? [] : [{ place, ...undone }]));
    const counts = { ...noCounts, ...(JSON.parse(row.undoneJson) as Partial<UndoCounts>) };
    return { ...nothing, counts, exceptions: await listExceptions(database, importId, told) };
  }
  if (obstacle !== null) return nothing;
  const { lines, counts, basis } = await withRollback(database, (trx) => undoWithin(trx, parts, actor, importId));
  return { obstacle, counts, basis, exceptions: await listExceptions(database, importId, lines) };
}

async function writeUndone(trx: Trx, parts: RegisterParts, actor: string, importId: string, undo: Undo): Promise<void> {
  for (const { place, outcome, kept } of undo.lines) {
    await trx
      .updateTable('importLines')
      .set({ undoneJson: JSON.stringify({ outcome, kept }) })
      .where('importId', '=', importId)
      .where('line', '=', place)
      .execute();
  }
  await trx
    .updateTable('imports')
    .set({ undoneAt: isoNow(parts.clock), undoneBy: actor, undoneJson: JSON.stringify(undo.counts) })
    .where('id', '=', importId)
    .execute();
  await enqueueRegisterChanged(trx, parts.clock, null);
  for (const day of new Set(undo.effectiveDays)) await enqueueRegisterChanged(trx, parts.clock, null, day);
  const subject = { kind: 'import', id: importId } as const;
  await recordAudit(trx, parts.clock, { actor, action: 'import/undone', subject, detail: undo.counts });
}

/**
 * Undo a whole import in one transaction, as `readUndo` told. Throws `not-found`, `wrong-state` when something is in the
 * way, `changed-meanwhile` when it would come to something else than was told.
 */
export async function undoImport(parts: RegisterParts, actor: string, importId: string, basis: string) {
  const { database, vault } = parts;
  const { erased, portraits } = await withTransaction(database, async (trx) => {
    const obstacle = await findUndoObstacle(trx, await getImport(trx, importId));
    if (obstacle !== null) throw new AppError('wrong-state', { detail: obstacle });
    const undo = await undoWithin(trx, parts, actor, importId);
    if (undo.basis !== basis) throw new AppError('changed-meanwhile');
    await writeUndone(trx, parts, actor, importId, undo);
    return undo;
  });
  parts.wakeJobs();
  for (const portrait of portraits) await vault.erase(portrait);
  await forgetFiles(parts, erased);
  return describeImport(await getImport(database, importId));
}

import { enqueueRegisterChanged } from '../../jobs/enqueue-register-changed.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { dayAfter } from '../../policy/register/consents-from-record.ts';
import type { KnownPupil } from '../../policy/register/compare-pupil-list.ts';
import type { Trx } from '../../store/database.ts';
import type { ErasedTemplates } from '../../store/erase-templates.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { forgetFiles, settleTemplates } from './change-register.ts';
import { describeImport, getImport, readImportLines, readKnownPupils, type ImportSummary } from './import-store.ts';
import type { RegisterParts } from './parts.ts';

const rowsPerStatement = 500;
const shownProblems = 50;

type Details = Omit<KnownPupil, 'id'>;
type Line = Awaited<ReturnType<typeof readImportLines>>[number];

function columnsOf({ otherNames, ...rest }: Details) {
  return { ...rest, otherNamesJson: JSON.stringify(otherNames) };
}

async function refuseProblems(trx: Trx, importId: string): Promise<void> {
  const lines = await readImportLines(trx, importId, { change: 'problem', limit: shownProblems });
  if (lines.length === 0) return;
  const fields = lines.flatMap(({ line, problems }) =>
    problems.map((message) => ({ path: `line ${line ?? 0}`, message })),
  );
  throw new AppError('import-has-problems', { fields });
}

/** Throws what keeps this dry run from being applied now. */
async function requireApplicable(trx: Trx, importId: string): Promise<void> {
  const row = await getImport(trx, importId);
  if (row.state !== 'dry-run') throw new AppError('wrong-state');
  await refuseProblems(trx, importId);
  const { basis } = JSON.parse(row.summaryJson) as ImportSummary;
  if ((await readKnownPupils(trx)).basis !== basis) throw new AppError('changed-meanwhile');
}

async function addPupils(trx: Trx, lines: readonly Line[], now: string): Promise<void> {
  const rows = lines.map(({ after }) => ({ id: newId(), ...columnsOf(after!), createdAt: now, updatedAt: now }));
  for (let at = 0; at < rows.length; at += rowsPerStatement) {
    await trx
      .insertInto('pupils')
      .values(rows.slice(at, at + rowsPerStatement))
      .execute();
  }
}

async function changePupils(trx: Trx, lines: readonly Line[], now: string): Promise<void> {
  for (const { pupilId, after } of lines) {
    await trx
      .updateTable('pupils')
      .set((of) => ({ ...columnsOf(after!), updatedAt: now, version: of('version', '+', 1) }))
      .where('id', '=', pupilId!)
      .execute();
  }
}

/** One event for each leaver, and the end of their templates. */
async function recordLeavers(trx: Trx, parts: RegisterParts, actor: string, lines: readonly Line[]) {
  const files: ErasedTemplates['files'][number][] = [];
  let templates = 0;
  for (const { pupilId, after } of lines) {
    const subject = { kind: 'pupil', id: pupilId! } as const;
    const detail = { leftOn: after!.leftOn };
    await recordAudit(trx, parts.clock, { actor, action: 'pupil/left', subject, detail });
    const erased = await settleTemplates(trx, parts.clock, pupilId!, actor);
    files.push(...erased.files);
    templates += erased.templates;
  }
  return { templates, files };
}

/**
 * Do what a dry run said, in one transaction. Throws `import-has-problems`, `changed-meanwhile` when any pupil was added
 * or changed since, or `wrong-state` when it was applied or given up already.
 */
export async function applyPupilImport(parts: RegisterParts, actor: string, importId: string) {
  const { database, clock } = parts;
  const erased = await withTransaction(database, async (trx) => {
    await requireApplicable(trx, importId);
    const lines = await readImportLines(trx, importId, {});
    const [now, today] = [isoNow(clock), isoToday(clock)];
    const of = (change: Line['change']): Line[] => lines.filter((line) => line.change === change);
    await addPupils(trx, of('add'), now);
    await changePupils(trx, [...of('change'), ...of('leaver')], now);
    const gone = await recordLeavers(trx, parts, actor, of('leaver'));
    await enqueueRegisterChanged(trx, clock, null);
    const days = new Set(
      lines.flatMap(({ after }) => (after?.leftOn != null && after.leftOn >= today ? [after.leftOn] : [])),
    );
    for (const day of days) await enqueueRegisterChanged(trx, clock, null, dayAfter(day));
    await trx
      .updateTable('imports')
      .set({ state: 'applied', appliedAt: now, appliedBy: actor })
      .where('id', '=', importId)
      .execute();
    const detail = { add: of('add').length, change: of('change').length, leaver: of('leaver').length };
    await recordAudit(trx, clock, {
      actor,
      action: 'import/applied',
      subject: { kind: 'import', id: importId },
      detail,
    });
    return gone;
  });
  parts.wakeJobs();
  await forgetFiles(parts, erased);
  return describeImport(await getImport(database, importId));
}

/** Give a dry run up; its lines, which are people's data, go. Throws `not-found` or `wrong-state`. */
export async function abandonImport(
  { database, clock }: RegisterParts,
  actor: string,
  importId: string,
): Promise<void> {
  await withTransaction(database, async (trx) => {
    const row = await getImport(trx, importId);
    if (row.state !== 'dry-run') throw new AppError('wrong-state');
    await trx.deleteFrom('importLines').where('importId', '=', importId).execute();
    await trx.updateTable('imports').set({ state: 'abandoned' }).where('id', '=', importId).execute();
    const subject = { kind: 'import', id: importId } as const;
    await recordAudit(trx, clock, { actor, action: 'import/abandoned', subject });
  });
}

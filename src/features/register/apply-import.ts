import { enqueueRegisterChanged } from '../../jobs/enqueue-register-changed.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import type { Trx } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { forgetFiles } from './change-register.ts';
import {
  describeImport,
  getImport,
  readImportLines,
  readKnownAnswers,
  readKnownPupils,
  type ImportSummary,
} from './import-store.ts';
import type { RegisterParts } from './parts.ts';
import { writeConsentImport } from './write-consent-import.ts';
import { writePupilImport } from './write-pupil-import.ts';

const shownProblems = 50;

async function refuseProblems(trx: Trx, importId: string): Promise<void> {
  const lines = await readImportLines(trx, importId, { change: 'problem', limit: shownProblems });
  if (lines.length === 0) return;
  const fields = lines.flatMap(({ line, problems }) =>
    problems.map((message) => ({ path: `line ${line ?? 0}`, message })),
  );
  throw new AppError('import-has-problems', { fields });
}

/** The import, unless something keeps it from being applied now, which is thrown. */
async function getApplicable(trx: Trx, importId: string) {
  const row = await getImport(trx, importId);
  if (row.state !== 'dry-run') throw new AppError('wrong-state');
  await refuseProblems(trx, importId);
  const { basis } = JSON.parse(row.summaryJson) as ImportSummary;
  const now = row.kind === 'consents-csv' ? await readKnownAnswers(trx) : await readKnownPupils(trx);
  if (now.basis !== basis) throw new AppError('changed-meanwhile');
  return row;
}

/**
 * Do what a dry run said, in one transaction. Throws `import-has-problems`, `changed-meanwhile` when what it was compared
 * with has changed since, or `wrong-state` when it was applied or given up already.
 */
export async function applyImport(parts: RegisterParts, actor: string, importId: string) {
  const { database, clock } = parts;
  const erased = await withTransaction(database, async (trx) => {
    const { kind } = await getApplicable(trx, importId);
    const lines = [
      ...(await readImportLines(trx, importId, {})),
      ...(await readImportLines(trx, importId, { change: 'same' })),
    ];
    const outcome =
      kind === 'consents-csv'
        ? await writeConsentImport(trx, parts, { actor, importId, lines })
        : await writePupilImport(trx, parts, { actor, importId, lines });
    if (outcome.changesRegister) await enqueueRegisterChanged(trx, clock, null);
    for (const day of new Set(outcome.effectiveDays)) await enqueueRegisterChanged(trx, clock, null, day);
    await trx
      .updateTable('imports')
      .set({ state: 'applied', appliedAt: isoNow(clock), appliedBy: actor })
      .where('id', '=', importId)
      .execute();
    const subject = { kind: 'import', id: importId } as const;
    await recordAudit(trx, clock, { actor, action: 'import/applied', subject, detail: outcome.counts });
    return outcome.erased;
  });
  parts.wakeJobs();
  await forgetFiles(parts, erased);
  return describeImport(await getImport(database, importId));
}

import { createHash } from 'node:crypto';
import type { UploadedFile } from '../../http/route.ts';
import { isoNow } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { describeImport, getImport, insertImportLines, type ImportSummary, type PlannedLine } from './import-store.ts';
import type { RegisterParts } from './parts.ts';
import { plainFileName } from './plain-file-name.ts';

/** A list that was read, and what it would change. */
export interface DryRun {
  readonly kind: 'pupils-csv' | 'consents-csv';
  readonly actor: string;
  readonly upload: UploadedFile;
  readonly bytes: Buffer;
  readonly mapping: Readonly<Record<string, string | undefined>>;
  readonly summary: ImportSummary;
  readonly planned: readonly PlannedLine[];
}

/** Keep what a list would change, for a person to look through. Nothing of it is done yet. */
export async function insertDryRun({ database, clock }: RegisterParts, run: DryRun) {
  const id = newId();
  return await withTransaction(database, async (trx) => {
    await trx
      .insertInto('imports')
      .values({
        id,
        kind: run.kind,
        state: 'dry-run',
        fileName: plainFileName(run.upload.originalName),
        sha256: createHash('sha256').update(run.bytes).digest('hex'),
        fileId: null,
        mappingJson: JSON.stringify(run.mapping),
        summaryJson: JSON.stringify(run.summary),
        createdAt: isoNow(clock),
        createdBy: run.actor,
        ...{ appliedAt: null, appliedBy: null },
      })
      .execute();
    await insertImportLines(trx, id, run.planned);
    await recordAudit(trx, clock, {
      actor: run.actor,
      action: 'import/checked',
      subject: { kind: 'import', id },
      detail: run.summary.counts,
    });
    return describeImport(await getImport(trx, id));
  });
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { UploadedFile } from '../../http/route.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { comparePupilList } from '../../policy/register/compare-pupil-list.ts';
import type { PupilListField } from '../../policy/register/pupil-list-columns.ts';
import { readPupilList } from '../../policy/register/read-pupil-list.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import {
  describeImport,
  getImport,
  insertImportLines,
  readKnownPupils,
  type Change,
  type ImportSummary,
  type Warning,
} from './import-store.ts';
import type { RegisterParts } from './parts.ts';
import { plainFileName } from './plain-file-name.ts';

/** More leavers than this share of the roll look like half a list. */
const manyLeavers = 0.2;

export interface PupilImportChoices {
  readonly mapping: Partial<Readonly<Record<PupilListField, string | undefined>>>;
  readonly missing: 'left' | 'keep';
}

/** Text in the encodings that school systems and spreadsheets write. */
function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** How many lines of each kind. */
export function countChanges(planned: readonly { readonly change: Change }[]): Record<Change, number> {
  const counts: Record<Change, number> = { add: 0, change: 0, leaver: 0, same: 0, problem: 0 };
  for (const { change } of planned) counts[change] += 1;
  return counts;
}

function warningsOf(counts: Readonly<Record<Change, number>>, onRoll: number): Warning[] {
  return [
    ...(counts.leaver > 5 && counts.leaver > onRoll * manyLeavers ? (['many-leavers'] as const) : []),
    ...(counts.add + counts.change + counts.leaver === 0 ? (['nothing-changes'] as const) : []),
  ];
}

/**
 * Read a pupil list and keep what it would change, without changing anything. Throws `import-has-problems` when it is no
 * list; problems of single lines are part of the answer, and keep it from being applied.
 */
export async function checkPupilImport(
  parts: RegisterParts,
  actor: string,
  upload: UploadedFile,
  choices: PupilImportChoices,
) {
  const { database, clock } = parts;
  const bytes = await readFile(upload.path);
  const { lines, mapping, unusedHeadings } = readPupilList(decodeText(bytes), choices.mapping);
  const { pupils, basis } = await readKnownPupils(database);
  const today = isoToday(clock);
  const days = { today, dayBefore: dayBefore(today), missing: choices.missing };
  const planned = comparePupilList(lines, pupils, days);
  const counts = countChanges(planned);
  const onRoll = pupils.filter(({ leftOn }) => leftOn === null || leftOn >= today).length;
  const unused = unusedHeadings.slice(0, 100);
  const summary: ImportSummary = { counts, unusedHeadings: unused, warnings: warningsOf(counts, onRoll), basis };
  const id = newId();
  return await withTransaction(database, async (trx) => {
    await trx
      .insertInto('imports')
      .values({
        id,
        kind: 'pupils-csv',
        state: 'dry-run',
        fileName: plainFileName(upload.originalName),
        sha256: createHash('sha256').update(bytes).digest('hex'),
        fileId: null,
        mappingJson: JSON.stringify(mapping),
        summaryJson: JSON.stringify(summary),
        createdAt: isoNow(clock),
        createdBy: actor,
        ...{ appliedAt: null, appliedBy: null },
      })
      .execute();
    await insertImportLines(trx, id, planned);
    await recordAudit(trx, clock, { actor, action: 'import/checked', subject: { kind: 'import', id }, detail: counts });
    return describeImport(await getImport(trx, id));
  });
}

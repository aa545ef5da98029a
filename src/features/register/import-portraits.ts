import type { StoredFile } from '../../files/file-vault.ts';
import { readZip, type ZipLimits } from '../../files/read-zip.ts';
import type { UploadedFile } from '../../http/route.ts';
import { toAppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import type { PlannedChange } from '../../policy/register/compare-pupil-list.ts';
import { pupilsByNumber } from '../../policy/register/pupils-by-number.ts';
import type { Trx } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { countChanges } from './check-pupil-import.ts';
import { describeImport, getImport, insertImportLines, type ImportSummary } from './import-store.ts';
import type { RegisterPhotoParts } from './parts.ts';
import { plainFileName } from './plain-file-name.ts';
import { storePortrait, writePortrait } from './portrait.ts';

const limits: ZipLimits = { maxFiles: 500, maxBytesPerFile: 25_000_000, maxBytesTogether: 1_000_000_000 };

interface Portrait {
  readonly pupilId: string;
  readonly stored: StoredFile;
}

interface Read {
  readonly portraits: Portrait[];
  readonly lines: PlannedChange[];
}

/** Whose photo a file is: the school number names it, or our own id. */
async function pupilNamer({ database }: RegisterPhotoParts): Promise<(name: string) => string | null> {
  const pupils = await database.selectFrom('pupils').select(['id', 'schoolNumber']).execute();
  const ofNumber = pupilsByNumber(pupils);
  const ids = new Set(pupils.map(({ id }) => id));
  return (name) => ofNumber(name)?.id ?? (ids.has(name.toUpperCase()) ? name.toUpperCase() : null);
}

/** Every photo of the archive whose name is a pupil's, stored; the others as problems. */
async function readPortraits(parts: RegisterPhotoParts, file: string, read: Read, signal: AbortSignal): Promise<void> {
  const pupilOf = await pupilNamer(parts);
  const seen = new Set<string>();
  for await (const { name, path } of readZip(file, parts.vault.temporaryFolder, limits)) {
    const line = read.lines.length + 1;
    const pupilId = pupilOf(name.replace(/\.[^.]*$/, ''));
    const report = (problem: string): void => {
      const problems = [`${plainFileName(name)}: ${problem}`];
      read.lines.push({ line, change: 'problem', pupilId, after: null, changed: [], problems });
    };
    if (pupilId === null) report('no pupil has this number');
    else if (seen.has(pupilId)) report('there is another photo of this pupil');
    else {
      seen.add(pupilId);
      try {
        read.portraits.push({ pupilId, stored: await storePortrait(parts, path, signal) });
        read.lines.push({ line, change: 'change', pupilId, after: null, changed: ['portrait'], problems: [] });
      } catch (thrown) {
        const error = toAppError(thrown);
        if (error.status >= 500) throw error;
        report(error.explanation);
      }
    }
  }
}

/**
 * Replace portraits by a ZIP of photos named by school number. What cannot be used is named in the import's lines; all
 * the others are written together. Throws `zip-unsafe` or `too-many-files`; then nothing was changed.
 */
export async function importPortraits(
  parts: RegisterPhotoParts,
  actor: string,
  upload: UploadedFile,
  signal: AbortSignal,
) {
  const read: Read = { portraits: [], lines: [] };
  let replaced: readonly string[] | undefined;
  const id = newId();
  try {
    await readPortraits(parts, upload.path, read, signal);
    replaced = await withTransaction(parts.database, (trx) => writeImport(trx, parts, { id, actor, read, upload }));
  } finally {
    if (replaced === undefined) for (const { stored } of read.portraits) await parts.vault.erase(stored);
  }
  for (const fileId of replaced) await parts.vault.erase({ kind: 'portrait', id: fileId });
  return describeImport(await getImport(parts.database, id));
}

async function writeImport(
  trx: Trx,
  parts: RegisterPhotoParts,
  {
    id,
    actor,
    read,
    upload,
  }: {
    readonly id: string;
    readonly actor: string;
    readonly read: Read;
    readonly upload: UploadedFile;
  },
): Promise<readonly string[]> {
  const now = isoNow(parts.clock);
  const counts = countChanges(read.lines);
  const summary: ImportSummary = { counts, unusedHeadings: [], warnings: [], basis: '' };
  await trx
    .insertInto('imports')
    .values({
      ...{ id, kind: 'portraits-zip', state: 'applied', fileName: plainFileName(upload.originalName), sha256: null },
      ...{ fileId: null, mappingJson: '{}', summaryJson: JSON.stringify(summary), createdAt: now, createdBy: actor },
      ...{ appliedAt: now, appliedBy: actor },
    })
    .execute();
  await insertImportLines(trx, id, read.lines);
  const replaced: string[] = [];
  for (const { pupilId, stored } of read.portraits) {
    replaced.push(...(await writePortrait(trx, parts, { pupilId, stored, actor, importId: id })).replaced);
  }
  const detail = { change: counts.change, problem: counts.problem };
  await recordAudit(trx, parts.clock, { actor, action: 'import/applied', subject: { kind: 'import', id }, detail });
  return replaced;
}

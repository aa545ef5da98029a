import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { KeyRing } from '../../files/key-ring.ts';
import { sealStream } from '../../files/sealed-format.ts';
import { makeWorkFolder } from '../../files/make-work-folder.ts';
import { nameNew } from '../../files/name-new.ts';
import { syncFolder } from '../../files/sync-folder.ts';
import { writeNew } from '../../files/write-new.ts';
import { AppError, toAppError } from '../../lib/app-error.ts';
import { isoNow, type Clock } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { openStoreAsItIs, type Store } from '../../store/open-store.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { backupContext, type BackupEnd, type BackupHead } from './backup-format.ts';
import { checkCopy } from './check-copy.ts';
import { hashContent } from '../../files/hash-content.ts';
import { openBackup } from './open-backup.ts';
import { packBackup } from './pack-backup.ts';

export interface BackupParts {
  readonly store: Store;
  readonly keys: KeyRing;
  /** The vault's folder. */
  readonly filesFolder: string;
  /** What a killed backup leaves there goes with the next one, or at the next start of the service. */
  readonly temporaryFolder: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** What was written. */
export interface BackupReport extends Pick<BackupEnd, 'files' | 'erased' | 'unreadable'> {
  readonly backupId: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly auditHead: BackupHead['auditHead'];
}

/**
 * Writes everything the school has into one sealed file, while the service runs: a consistent copy of the database
 * first, then every file that this copy knows. The file is read back before it gets its name, so a name means a whole
 * backup. The database keeps that it was made. Throws `conflict` when the file exists, `database-damaged`,
 * `audit-broken` or `backup-unverified`.
 */
export async function makeBackup(parts: BackupParts, target: string): Promise<BackupReport> {
  if (existsSync(target)) throw new AppError('conflict', { detail: target });
  const folder = await makeWorkFolder(path.join(parts.temporaryFolder, 'backup-'));
  try {
    const beside = await makeBeside(target);
    const draft = path.join(beside, 'draft');
    try {
      const report = await writeDraft(parts, path.join(folder, 'copy.db'), draft);
      parts.signal.throwIfAborted();
      await nameNew(draft, target); // another backup may have taken it meanwhile
      await syncFolder(path.dirname(target));
      await noteBackup(parts, path.basename(target), report);
      return report;
    } finally {
      await rm(beside, { recursive: true, force: true });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A folder of this backup alone on the disk that it is bound for; what a killed one left there goes. */
async function makeBeside(target: string): Promise<string> {
  try {
    return await makeWorkFolder(`${path.resolve(target)}.unfinished-`);
  } catch (cause) {
    const isGone = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (isGone) throw new AppError('file-not-found', { cause, detail: path.dirname(target) });
    throw cause;
  }
}

async function writeDraft(parts: BackupParts, copyFile: string, draft: string): Promise<BackupReport> {
  await parts.store.copyTo(copyFile);
  const copy = openStoreAsItIs(copyFile);
  let head: BackupHead;
  let known: Parameters<typeof packBackup>[0]['known'];
  try {
    const backupId = newId();
    const checked = await checkCopy(copy);
    head = { format: 'photoward-backup', version: 1, backupId, madeAt: isoNow(parts.clock), ...checked };
    known = await copy.database
      .selectFrom('files')
      .select(['kind', 'id', 'sha256'])
      .where('erasedAt', 'is', null)
      .execute();
  } finally {
    await copy.close();
  }
  const written = createHash('sha256');
  const packed = packBackup({ ...parts, head, copyFile, known });
  const measured = async function* (): AsyncGenerator<Uint8Array> {
    for await (const part of packed) {
      parts.signal.throwIfAborted();
      written.update(part);
      yield part;
    }
  };
  await writeNew(draft, sealStream(parts.keys, backupContext, measured()));
  const end = await readBack(draft, parts.keys, head);
  const { size } = await stat(draft);
  return {
    ...end,
    backupId: head.backupId,
    auditHead: head.auditHead,
    bytes: size,
    sha256: await hashContent(createReadStream(draft)),
  };
}

/** Reads what is on the disk now, from the first byte to the last. */
async function readBack(draft: string, keys: KeyRing, written: BackupHead): Promise<BackupEnd> {
  try {
    const { head, end } = await openBackup(draft, keys, () => Promise.resolve());
    if (head.backupId !== written.backupId) throw new AppError('backup-unverified');
    return end;
  } catch (error) {
    throw new AppError('backup-unverified', { cause: toAppError(error) });
  }
}

async function noteBackup({ store, clock }: BackupParts, fileName: string, report: BackupReport): Promise<void> {
  const { backupId: id, bytes, sha256, auditHead, files, unreadable } = report;
  const at = isoNow(clock);
  await withTransaction(store.database, async (trx) => {
    const row = {
      id,
      fileName,
      bytes,
      sha256,
      auditHead: `${auditHead.seq}:${auditHead.hash}`,
      madeAt: at,
      verifiedAt: at,
    };
    await trx.insertInto('backups').values(row).execute();
    const detail = { bytes, sha256, files, unreadable: unreadable.length, head: auditHead.seq };
    await recordAudit(trx, clock, { actor: 'system', action: 'backup/made', subject: { kind: 'backup', id }, detail });
  });
}

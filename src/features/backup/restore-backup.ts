import { existsSync } from 'node:fs';
import { mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { KeyRing } from '../../files/key-ring.ts';
import { makeWorkFolder } from '../../files/make-work-folder.ts';
import { syncFolder } from '../../files/sync-folder.ts';
import { deriveFolders } from '../../files/vault-folders.ts';
import { writeNew } from '../../files/write-new.ts';
import { AppError } from '../../lib/app-error.ts';
import { deliverWebhookKind } from '../../jobs/announce-event.ts';
import { makeOwnFolder } from '../../lib/make-own-folder.ts';
import { isoNow, type Clock } from '../../lib/clock.ts';
import { migrate } from '../../store/migrate.ts';
import { openStoreAsItIs } from '../../store/open-store.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { BackupEnd, BackupFile, BackupHead } from './backup-format.ts';
import { checkCopy } from './check-copy.ts';
import { hashContent } from '../../files/hash-content.ts';
import { openBackup } from './open-backup.ts';
import { opensAs } from './pack-backup.ts';

export interface RestoreParts {
  readonly keys: KeyRing;
  readonly clock: Clock;
  /** Where things lie in a data folder. */
  readonly pathsOf: (folder: string) => { readonly database: string; readonly files: string };
}

/**
 * Makes a data folder from a backup. The backup is first read to its end, then unpacked beside the folder and looked
 * at as a whole; only then the folder gets its name. Sign-ins and one-time links of the time of the backup end, nobody signs
 * in before an administrator has let them in, announcements that still waited are not made, and nothing is released until
 * somebody has confirmed the pupil list anew. Throws `conflict` for a folder that is not empty
 * or cannot be replaced, `backup-damaged`, `file-sealed`, `schema-newer`, `database-damaged` or `audit-broken`; then there
 * is nothing under the folder's name that was not there before.
 */
export async function restoreBackup(
  parts: RestoreParts,
  { file, folder }: { readonly file: string; readonly folder: string },
): Promise<{ readonly head: BackupHead; readonly end: BackupEnd }> {
  const target = await requireFree(folder);
  await openBackup(file, parts.keys, () => Promise.resolve());
  makeOwnFolder(path.dirname(target));
  const staging = await makeWorkFolder(`${target}.restoring-`);
  try {
    const read = await openBackup(file, parts.keys, (entry, content) => unpack(parts, staging, entry, content));
    await settleDatabase(parts, parts.pathsOf(staging).database, read);
    await syncFolder(staging);
    await giveName(staging, target);
    await syncFolder(path.dirname(target));
    return read;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** The folder's real place, when nothing is there that could be lost. Throws `conflict`. */
async function requireFree(folder: string): Promise<string> {
  if (!existsSync(folder)) return path.resolve(folder);
  const target = await realpath(folder); // a link leads to the place that is meant
  const [own, around] = [await stat(target), await stat(path.dirname(target))];
  if (!own.isDirectory()) throw new AppError('conflict', { detail: `${folder} is a file` });
  if ((await readdir(target)).length > 0) throw new AppError('conflict', { detail: `${folder} is not empty` });
  if (own.dev !== around.dev) throw new AppError('conflict', { detail: ownDisk });
  return target;
}

const ownDisk = 'that folder is a disk of its own, which cannot be replaced: name a folder in it that is not there yet';

async function giveName(staging: string, target: string): Promise<void> {
  try {
    await rename(staging, target);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'EBUSY' || code === 'EXDEV') throw new AppError('conflict', { cause, detail: ownDisk });
    if (code === 'ENOTEMPTY')
      throw new AppError('conflict', { cause, detail: 'something was written there meanwhile' });
    throw cause;
  }
}

async function unpack(
  { keys, pathsOf }: RestoreParts,
  staging: string,
  { kind, id, sha256 }: BackupFile,
  content: AsyncIterable<Buffer>,
): Promise<void> {
  const paths = pathsOf(staging);
  if (kind === 'database') {
    await writeNew(paths.database, content);
    const handle = await open(paths.database);
    try {
      const found = await hashContent(handle.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>);
      if (found !== sha256) throw new AppError('backup-damaged', { detail: 'its database' });
    } finally {
      await handle.close();
    }
    return;
  }
  const place = deriveFolders(paths.files).pathOf({ kind, id });
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  await writeNew(place, content);
  const handle = await open(place);
  try {
    if (!(await opensAs(handle, { kind, id }, sha256, keys)))
      throw new AppError('backup-damaged', { detail: `file ${id}` });
  } finally {
    await handle.close();
  }
}

/** Looks at the unpacked database as a whole, then writes into it what the time since the backup makes true. */
async function settleDatabase(
  { clock }: RestoreParts,
  file: string,
  { head, end }: { readonly head: BackupHead; readonly end: BackupEnd },
): Promise<void> {
  if (!existsSync(file)) throw new AppError('backup-damaged', { detail: 'it holds no database' });
  const store = openStoreAsItIs(file);
  try {
    const { auditHead } = await checkCopy(store);
    if (auditHead.hash !== head.auditHead.hash) throw new AppError('backup-damaged', { detail: 'its audit log' });
    await migrate(store.database); // an older version's backup has no room yet for what is written now
    await withTransaction(store.database, async (trx) => {
      const at = isoNow(clock);
      // Who was closed since is open in the backup, and a password that got out since is right: nobody signs in before an
      // administrator has looked.
      await trx.updateTable('accounts').set({ heldSince: at }).where('state', '<>', 'closed').execute();
      await trx.deleteFrom('openidAttempts').execute();
      // A website that hears now of a release of then would publish what may have been taken down since.
      await trx.updateTable('webhookDeliveries').set({ state: 'given-up' }).where('state', '=', 'waiting').execute();
      const calls = trx.deleteFrom('jobs').where('kind', '=', deliverWebhookKind);
      await calls.where('state', 'in', ['waiting', 'running']).execute();
      await trx.updateTable('sessions').set({ revokedAt: at }).where('revokedAt', 'is', null).execute();
      // A link that was used since is unused in the backup: nobody comes in by it a second time.
      const links = trx.updateTable('invitations').set({ revokedAt: at });
      await links.where('usedAt', 'is', null).where('revokedAt', 'is', null).execute();
      for (const id of end.erased) await trx.updateTable('files').set({ erasedAt: at }).where('id', '=', id).execute();
      const detail = { files: end.files, unreadable: end.unreadable.length, head: auditHead.seq };
      const subject = { kind: 'backup', id: head.backupId } as const;
      await recordAudit(trx, clock, { actor: 'system', action: 'backup/restored', subject, detail });
    });
  } finally {
    await store.close();
  }
}

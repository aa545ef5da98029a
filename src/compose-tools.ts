import { chmodSync, copyFileSync, existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dataPaths } from './config/data-paths.ts';
import { loadServiceConfig, type ServiceConfig } from './config/load-service-config.ts';
import { offerWayIn } from './features/accounts/offer-way-in.ts';
import { makeBackup, type BackupReport } from './features/backup/make-backup.ts';
import { restoreBackup } from './features/backup/restore-backup.ts';
import { requireKeys } from './features/keys/require-keys.ts';
import { erasePupil } from './features/subject-rights/erase-pupil.ts';
import { finishErasure } from './features/subject-rights/finish-erasure.ts';
import type { Proof } from './features/subject-rights/parts.ts';
import { openFileVault } from './files/file-vault.ts';
import { loadKeyRing, type KeyRing } from './files/key-ring.ts';
import { deriveFolders } from './files/vault-folders.ts';
import { AppError } from './lib/app-error.ts';
import { clockIn } from './lib/clock.ts';
import type { Database } from './store/database.ts';
import { openStoreAsItIs, type Store } from './store/open-store.ts';
import { latestSchema, schemaOf } from './store/migrate.ts';
import { withTransaction } from './store/with-transaction.ts';
import { verifyAudit, type AuditHead, type AuditVerification } from './store/verify-audit.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The service's settings in an environment. */
export const configOf = (env: Environment): ServiceConfig =>
  loadServiceConfig(env, (file) => readFileSync(file, 'utf8'));

/** The keys of an existing data folder. Throws `key-missing`, `key-invalid`. */
export function keysOf({ dataFolder, keyText }: ServiceConfig): KeyRing {
  return loadKeyRing({ keyText, keyFile: dataPaths(dataFolder).key, mayMake: false });
}

/** Opens the database of an existing data folder for one piece of work. Throws `file-not-found` where there is none. */
export async function withStore<Result>(env: Environment, use: (store: Store) => Promise<Result>): Promise<Result> {
  const { database } = dataPaths(configOf(env).dataFolder);
  if (!existsSync(database)) throw new AppError('file-not-found', { detail: database });
  const store = openStoreAsItIs(database);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** Throws `schema-older` for a database that this version has not brought up to date yet. */
export async function requireLatestSchema(database: Database): Promise<void> {
  if ((await schemaOf(database)) === latestSchema) return;
  throw new AppError('schema-older');
}

/** Walks the audit log of the data folder, also while the service runs; writes nothing. */
export function verifyAuditLog(env: Environment, noted?: AuditHead): Promise<AuditVerification> {
  return withStore(env, (store) => verifyAudit(store.database, noted));
}

/** Writes a backup of the data folder into one sealed file, also while the service runs. */
export function makeBackupOf(env: Environment, target: string, signal: AbortSignal): Promise<BackupReport> {
  const config = configOf(env);
  return withStore(env, async (store) => {
    const [{ files: filesFolder }, keys] = [dataPaths(config.dataFolder), keysOf(config)];
    await requireKeys(store.database, keys);
    const { temporaryFolder } = deriveFolders(filesFolder);
    await mkdir(temporaryFolder, { recursive: true, mode: 0o700 });
    const parts = { store, keys, filesFolder, temporaryFolder, clock: clockIn(config.timeZone), signal };
    return await makeBackup(parts, target);
  });
}

/** A one-time link for an administrator. Throws `not-found`, and `schema-older` before the service has brought it up to date. */
export function offerWayInTo(env: Environment, email: string) {
  const config = configOf(env);
  const origin = config.publicOrigin ?? `http://${config.host}:${config.port}`;
  return withStore(env, async ({ database }) => {
    await requireLatestSchema(database);
    return await offerWayIn({ database, clock: clockIn(config.timeZone) }, origin, email);
  });
}

/** Makes a data folder from a backup, with the key of the settings; a key file is copied into the new folder. */
export async function restoreBackupTo(env: Environment, file: string, folder: string) {
  const config = configOf(env);
  const keys = keysOf(config);
  const restored = await restoreBackup({ keys, clock: clockIn(config.timeZone), pathsOf: dataPaths }, { file, folder });
  if (config.keyText === undefined) {
    const { key } = dataPaths(folder);
    copyFileSync(dataPaths(config.dataFolder).key, key);
    chmodSync(key, 0o600);
  }
  return restored;
}

/**
 * Erases the pupil with this school number, also while the service runs, and returns the proof. Throws `not-found`, and
 * `wrong-state` for a database that this version has not brought up to date yet.
 */
export function erasePupilOf(env: Environment, schoolNumber: string): Promise<Proof> {
  const config = configOf(env);
  const clock = clockIn(config.timeZone);
  return withStore(env, async ({ database }) => {
    await requireLatestSchema(database);
    const vault = await openFileVault(dataPaths(config.dataFolder).files, keysOf(config), { clearTemporary: false });
    const id = await withTransaction(database, async (trx) => {
      const pupil = await trx
        .selectFrom('pupils')
        .select('id')
        .where('schoolNumber', '=', schoolNumber)
        .executeTakeFirst();
      if (pupil === undefined) throw new AppError('not-found', { detail: 'no pupil has this school number' });
      return await erasePupil(trx, clock, { pupilId: pupil.id, askedBy: null });
    });
    await withTransaction(database, await finishErasure({ database, vault, clock }, id));
    const row = await database
      .selectFrom('erasures')
      .select('proofJson')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return JSON.parse(row.proofJson) as Proof;
  });
}

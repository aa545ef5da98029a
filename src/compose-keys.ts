import { statSync } from 'node:fs';
import { configOf, keysOf, requireLatestSchema, withStore, type Environment } from './compose-tools.ts';
import { dataPaths } from './config/data-paths.ts';
import type { ServiceConfig } from './config/load-service-config.ts';
import { listKeys, type KeyUse } from './features/keys/list-keys.ts';
import { noteKey } from './features/keys/note-key.ts';
import type { KeyParts } from './features/keys/parts.ts';
import { resealEverything, type ResealReport } from './features/keys/reseal-everything.ts';
import { addKey, removeKey } from './files/change-key-file.ts';
import { eraseOrphans } from './files/erase-orphans.ts';
import { openFileVault } from './files/file-vault.ts';
import { AppError } from './lib/app-error.ts';
import { clockIn } from './lib/clock.ts';
import { holdServingLock } from './store/hold-serving-lock.ts';
import { isFileKnown } from './store/is-file-known.ts';

export type { KeyUse, ResealReport };

/** The keys of the data folder and what each seals, also while the service runs; changes nothing. */
export function listKeysOf(env: Environment): Promise<readonly KeyUse[]> {
  return withKeyParts(env, (parts) => listKeys(parts));
}

/**
 * Seals all that is kept anew with the newest key. `begin` is told how many files there are and gives back what is
 * called for each. Throws `already-running`: a service that was started with fewer keys could not open what this seals.
 */
export function resealAllOf(
  env: Environment,
  signal: AbortSignal,
  begin: (files: number) => () => void,
): Promise<ResealReport> {
  return alone(env, async (parts) => {
    const { vault, database } = parts;
    await eraseOrphans(vault, ({ id }) => isFileKnown(database, id), new Date());
    const ids: string[] = [];
    for await (const { id } of vault.list()) ids.push(id);
    return await resealEverything(parts, { signal, step: begin(ids.length) });
  });
}

/** Puts a new key first in the key file; returns its id and where the file is. Throws `usage` where PHOTOWARD_KEY holds the keys. */
export function addKeyTo(env: Environment): Promise<{ readonly id: string; readonly keyFile: string }> {
  return alone(env, async (parts, config) => {
    const keyFile = keyFileOf(config, 'put a new one (openssl rand -base64 32) before the others');
    const { id } = (await addKey(keyFile)).current;
    await noteKey(parts, 'keys/added', id);
    return { id, keyFile };
  });
}

/** Takes a key that nothing is sealed with out of the key file. Throws `key-in-use` while anything is, or `not-found`. */
export function removeKeyFrom(env: Environment, id: string): Promise<void> {
  return alone(env, async (parts, config) => {
    const keyFile = keyFileOf(config, 'take it out there');
    const use = (await listKeys(parts)).find((key) => key.id === id && key.place === 'older');
    if (use?.mayGo === false) {
      throw new AppError('key-in-use', {
        detail: `still sealed with it: files ${use.files + use.rowsAlone}, values ${use.values}; run photoward keys reseal`,
      });
    }
    await removeKey(keyFile, id);
    await noteKey(parts, 'keys/removed', id);
  });
}

function keyFileOf({ dataFolder, keyText }: ServiceConfig, otherwise: string): string {
  if (keyText === undefined) return dataPaths(dataFolder).key;
  throw new AppError('usage', { detail: `PHOTOWARD_KEY holds the keys here: ${otherwise}` });
}

function withKeyParts<Result>(
  env: Environment,
  use: (parts: KeyParts, config: ServiceConfig) => Promise<Result>,
): Promise<Result> {
  const config = configOf(env);
  return withStore(env, async ({ database }) => {
    await requireLatestSchema(database);
    const [keys, vaultFolder] = [keysOf(config), dataPaths(config.dataFolder).files];
    const vault = await openFileVault(vaultFolder, keys, { clearTemporary: false });
    return await use({ database, vault, vaultFolder, keys, clock: clockIn(config.timeZone) }, config);
  });
}

/** The same while no service runs, nor can be started. Throws `already-running`. */
async function alone<Result>(
  env: Environment,
  use: (parts: KeyParts, config: ServiceConfig) => Promise<Result>,
): Promise<Result> {
  const { database, lock } = dataPaths(configOf(env).dataFolder);
  requireOwner(database);
  const release = holdServingLock(lock);
  try {
    return await withKeyParts(env, use);
  } finally {
    release();
  }
}

/** What another account writes here, the service's own could not read. */
function requireOwner(database: string): void {
  const stats = statSync(database, { throwIfNoEntry: false });
  if (stats === undefined) throw new AppError('file-not-found', { detail: database });
  if (process.getuid === undefined || stats.uid === process.getuid()) return;
  throw new AppError('data-folder-unusable', { detail: 'it belongs to another account: run this as that one' });
}

import { existsSync, readFileSync } from 'node:fs';
import { dataPaths } from './config/data-paths.ts';
import { loadServiceConfig } from './config/load-service-config.ts';
import { AppError } from './lib/app-error.ts';
import { openStoreAsItIs, type Store } from './store/open-store.ts';
import { verifyAudit, type AuditHead, type AuditVerification } from './store/verify-audit.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const readSecret = (file: string): string => readFileSync(file, 'utf8');

/** Opens the database of an existing data folder for one piece of work. Throws `file-not-found` where there is none. */
async function withStore<Result>(env: Environment, use: (store: Store) => Promise<Result>): Promise<Result> {
  const { database } = dataPaths(loadServiceConfig(env, readSecret).dataFolder);
  if (!existsSync(database)) throw new AppError('file-not-found', { detail: database });
  const store = openStoreAsItIs(database);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** Walks the audit log of the data folder, also while the service runs; writes nothing. */
export function verifyAuditLog(env: Environment, noted?: AuditHead): Promise<AuditVerification> {
  return withStore(env, (store) => verifyAudit(store.database, noted));
}

import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import type SqliteDatabase from 'better-sqlite3';
import { CamelCasePlugin, Kysely } from 'kysely';
import { AppError } from '../lib/app-error.ts';
import { keepToOwner } from '../lib/keep-to-owner.ts';
import { makeOwnFolder } from '../lib/make-own-folder.ts';
import type { Database } from './database.ts';
import { loadSqlite } from './load-sqlite.ts';
import { migrate } from './migrate.ts';
import { SingleConnectionDialect } from './single-connection-driver.ts';
import type { Tables } from './tables/index.ts';

/** The open database of one school. */
export interface Store {
  readonly database: Database;
  /** What SQLite finds wrong with the file and its references; empty when it is whole. */
  readonly findDamage: () => readonly string[];
  /** A consistent copy of the database at this moment, made while others keep writing. */
  readonly copyTo: (file: string) => Promise<void>;
  /** The whole database as bytes, for tests that start each case from the same template. */
  readonly serialize: () => Buffer;
  readonly close: () => Promise<void>;
}

/** A file name, or the bytes of a database to work on in memory. */
export type StoreSource = string | Buffer;

const busyTimeoutMs = 10_000;
const allPages = 2 ** 30;

/**
 * Open a store without touching its schema: for tools that look at a database as it is. Most callers want `openStore`.
 * Throws `database-damaged` for a file that is not a database.
 */
export function openStoreAsItIs(source: StoreSource): Store {
  const connection = connect(source);
  const database: Database = new Kysely<Tables>({
    dialect: new SingleConnectionDialect({ database: connection }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    database,
    findDamage: () => [
      ...(connection.pragma('integrity_check') as { integrity_check: string }[])
        .map((row) => row.integrity_check)
        .filter((line) => line !== 'ok'),
      ...(connection.pragma('foreign_key_check') as { table: string; rowid: number }[]).map(
        (row) => `${row.table} row ${row.rowid} points at nothing`,
      ),
    ],
    copyTo: async (file) => {
      // In one step: a copy in many small ones begins again whenever another process has written meanwhile.
      await connection.backup(file, { progress: () => allPages });
    },
    serialize: () => connection.serialize(),
    close: () => database.destroy(),
  };
}

/** Open a store and bring its schema up to date. Throws `schema-newer` or `database-damaged`. */
export async function openStore(source: StoreSource): Promise<Store> {
  const store = openStoreAsItIs(source);
  try {
    await migrate(store.database);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function connect(source: StoreSource): SqliteDatabase.Database {
  const isFile = typeof source === 'string' && source !== ':memory:';
  const Sqlite = loadSqlite();
  if (isFile) makeOwnFolder(path.dirname(source));
  try {
    // Names of pupils stand in it unsealed: it is its owner's alone. SQLite gives the files beside it the same mode.
    if (isFile) closeSync(openSync(source, 'a', 0o600));
    if (isFile) for (const ending of ['', '-wal', '-shm']) keepToOwner(`${source}${ending}`);
    const connection = new Sqlite(source, { timeout: busyTimeoutMs });
    connection.pragma('journal_mode = WAL');
    // FULL: what was answered with "saved" survives a power cut, not only a crash of the process.
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    // Deleted rows are overwritten with zeros, so that erased templates do not linger in free pages.
    connection.pragma('secure_delete = ON');
    return connection;
  } catch (error) {
    throw new AppError('database-damaged', { cause: error });
  }
}

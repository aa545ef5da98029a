import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import type SqliteDatabase from 'better-sqlite3';
import { AppError } from '../lib/app-error.ts';
import { keepToOwner } from '../lib/keep-to-owner.ts';
import { makeOwnFolder } from '../lib/make-own-folder.ts';
import { loadSqlite } from './load-sqlite.ts';

/**
 * Make sure that only one process serves a data folder. The lock is an open SQLite transaction, so the operating system
 * lets it go however the process ends. Returns what gives it back. Throws `already-running`, `data-folder-unusable`.
 */
export function holdServingLock(file: string): () => void {
  const Sqlite = loadSqlite();
  const lock = openLock(Sqlite, file);
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY') {
      throw new AppError('already-running', { cause: error });
    }
    throw unusable(file, error);
  }
  return () => {
    lock.close();
  };
}

/** The first thing that is written in the folder, so that it shows whether anything can be. */
function openLock(Sqlite: typeof SqliteDatabase, file: string): SqliteDatabase.Database {
  try {
    makeOwnFolder(path.dirname(file));
    // Whoever may open it could hold it, and keep the service from starting.
    closeSync(openSync(file, 'a', 0o600));
    keepToOwner(file);
    return new Sqlite(file, { timeout: 0 });
  } catch (error) {
    throw unusable(file, error);
  }
}

function unusable(file: string, cause: unknown): AppError {
  return new AppError('data-folder-unusable', { cause, detail: path.dirname(file) });
}

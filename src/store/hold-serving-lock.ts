import { mkdirSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { AppError } from '../lib/app-error.ts';

/**
 * Make sure that only one process serves a data folder. The lock is an open SQLite transaction, so the operating system
 * lets it go however the process ends. Returns what gives it back. Throws `already-running`.
 */
export function holdServingLock(file: string): () => void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const lock = new SqliteDatabase(file, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    throw new AppError('already-running', { cause: error });
  }
  return () => {
    lock.close();
  };
}

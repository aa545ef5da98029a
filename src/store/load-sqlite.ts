import { createRequire } from 'node:module';
import type SqliteDatabase from 'better-sqlite3';
import { AppError } from '../lib/app-error.ts';

const load = createRequire(import.meta.url);

/** The package with the better-sqlite3 that runs on a version of Node, as "20.20.2". */
export function sqlitePackageFor(nodeVersion: string): 'better-sqlite3' | 'better-sqlite3-13' {
  // 13 begins at Node 22. From Node 24.19 on 12 brings the whole process down when one of its statements is collected.
  return Number(nodeVersion.split('.')[0]) < 22 ? 'better-sqlite3' : 'better-sqlite3-13';
}

/** better-sqlite3, for the Node that is running. Throws `sqlite-missing` where its library could not be installed. */
export function loadSqlite(): typeof SqliteDatabase {
  try {
    return load(sqlitePackageFor(process.versions.node)) as typeof SqliteDatabase;
  } catch (cause) {
    throw new AppError('sqlite-missing', { cause });
  }
}

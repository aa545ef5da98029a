import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * After a commit that erased templates: move the write-ahead log into the database, where deleted rows are overwritten
 * with zeros, and empty it. Until then the log would still hold what was there before. Only SQLite needs it.
 */
export async function forgetDeleted(database: Database): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(database);
}

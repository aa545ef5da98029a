import { sql } from 'kysely';
import { AppError } from '../lib/app-error.ts';
import type { Database } from './database.ts';
import type { Migration } from './migrations/migration.ts';
import { migrations as allMigrations } from './migrations/index.ts';
import { withTransaction } from './with-transaction.ts';

/** The number of the last step this version knows. */
export const latestSchema = allMigrations.at(-1)!.number;

/** The number of the last step a database has, 0 when it is new. */
export async function schemaOf(database: Database): Promise<number> {
  await sql`create table if not exists schema_steps (
    number integer primary key, name text not null, applied_at text not null)`.execute(database);
  const found = await sql<{ number: number | null }>`select max(number) as number from schema_steps`.execute(database);
  return found.rows[0]?.number ?? 0;
}

/**
 * Bring a database up to date, one transaction per step. Throws `schema-newer` when the database is ahead of this
 * version, because an older program would misread it. `upTo` stops early, for tests of every step.
 */
export async function migrate(
  database: Database,
  steps: readonly Migration[] = allMigrations,
  upTo: number = Number.POSITIVE_INFINITY,
): Promise<void> {
  const current = await schemaOf(database);
  const newest = steps.at(-1)?.number ?? 0;
  if (current > newest) throw new AppError('schema-newer', { detail: `database ${current}, program ${newest}` });
  for (const step of steps.filter((step) => step.number > current && step.number <= upTo)) {
    await withTransaction(database, async (trx) => {
      await step.up(trx);
      const at = new Date().toISOString();
      await sql`insert into schema_steps (number, name, applied_at) values (${step.number}, ${step.name}, ${at})`.execute(
        trx,
      );
    });
  }
}

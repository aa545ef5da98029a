import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables/index.ts';

/**
 * Run plain statements one after another. Table definitions keep to types that SQLite's strict tables and PostgreSQL
 * both know (text, integer, real); `blob` is SQLite's word for bytea and stands only in migrations.
 */
export async function runStatements(trx: Transaction<Tables>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(trx);
}

/** The statements of a text, split at semicolons that end a line. Not for triggers, which hold semicolons. */
export function statementsOf(text: string): readonly string[] {
  return text
    .split(/;\s*\n/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

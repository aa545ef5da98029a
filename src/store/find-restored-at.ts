import type { Queryable } from './database.ts';

/** When the data was last restored from a backup, by the audit log; null when it never was. */
export async function findRestoredAt(database: Queryable): Promise<string | null> {
  const row = await database
    .selectFrom('auditEvents')
    .select('at')
    .where('subjectKind', '=', 'backup')
    .where('action', '=', 'backup/restored')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

import type { Queryable } from './database.ts';

/** Whether a row knows a stored file and it was not erased. */
export async function isFileKnown(database: Queryable, id: string): Promise<boolean> {
  const row = await database
    .selectFrom('files')
    .select('id')
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

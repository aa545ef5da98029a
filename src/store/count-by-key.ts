import { sql } from 'kysely';
import type { Queryable } from './database.ts';
import { sealedColumns } from './sealed-columns.ts';

/** What one key is on record for. */
export interface KeyCount {
  readonly keyId: string;
  /** Files that were not erased, by their rows. */
  readonly files: number;
  /** Values in rows: templates, reasons, secrets. */
  readonly values: number;
}

/** The first byte of a sealed value is its version, then come the eight of the key's id. What is shorter opens with none. */
const [version, keyIdAt, shortest] = [Buffer.of(1), { start: 2, bytes: 8 }, 53] as const;

/** Every key that the database needs, by id. */
export async function countByKey(database: Queryable): Promise<readonly KeyCount[]> {
  const counts = new Map<string, KeyCount>();
  const add = (keyId: string, more: Partial<KeyCount>): void => {
    const { files, values } = counts.get(keyId) ?? { files: 0, values: 0 };
    counts.set(keyId, { keyId, files: files + (more.files ?? 0), values: values + (more.values ?? 0) });
  };
  const files = await database
    .selectFrom('files')
    .select(({ fn }) => ['keyId', fn.countAll<number>().as('files')])
    .where('erasedAt', 'is', null)
    .groupBy('keyId')
    .execute();
  for (const { keyId, files: count } of files) add(keyId, { files: count });
  for (const { table, column } of Object.values(sealedColumns)) {
    const named = await sql<{ keyId: Uint8Array; values: number }>`
      select substr(${sql.ref(column)}, ${sql.lit(keyIdAt.start)}, ${sql.lit(keyIdAt.bytes)}) as key_id, count(*) as "values"
      from ${sql.table(table)} where length(${sql.ref(column)}) >= ${sql.lit(shortest)}
        and substr(${sql.ref(column)}, 1, 1) = ${version} group by 1`.execute(database);
    for (const { keyId, values } of named.rows) add(Buffer.from(keyId).toString('hex'), { values });
  }
  return [...counts.values()].sort((a, b) => (a.keyId < b.keyId ? -1 : 1));
}

import { sql } from 'kysely';
import type { Queryable } from '../../store/database.ts';
import { holdsAny } from './holds-any.ts';

/** Where a text stands: table and column, as the database calls them. */
export interface Trace {
  readonly place: string;
  readonly count: number;
}

/**
 * Looks for texts in every text column of every table the database has now, whatever a later version adds; nothing is
 * taken on trust. Returns the places with hits and how many were searched.
 */
export async function findTraces(
  database: Queryable,
  texts: readonly string[],
): Promise<{ readonly traces: readonly Trace[]; readonly placesSearched: number }> {
  const plain = database.withoutPlugins();
  const traces: Trace[] = [];
  let placesSearched = 0;
  for (const table of await plain.introspection.getTables()) {
    const columns = table.columns.filter(({ dataType }) => dataType.toLowerCase() === 'text').map(({ name }) => name);
    if (table.isView || columns.length === 0) continue;
    placesSearched += columns.length;
    const counts = columns.map(
      (column) => sql`sum(case when ${holdsAny(column, texts)} then 1 else 0 end) as ${sql.ref(column)}`,
    );
    const query = sql<Record<string, number | null>>`select ${sql.join(counts)} from ${sql.table(table.name)}`;
    const { rows } = await query.execute(plain);
    for (const [column, count] of Object.entries(rows[0] ?? {})) {
      if (count !== null && count > 0) traces.push({ place: `${table.name}.${column}`, count });
    }
  }
  return { traces, placesSearched };
}

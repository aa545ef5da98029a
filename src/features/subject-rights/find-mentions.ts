import { sql } from 'kysely';
import type { Queryable } from '../../store/database.ts';
import { findTraces } from './find-traces.ts';
import { holdsAny } from './holds-any.ts';
import type { Mention } from './parts.ts';

const mostRows = 20;

/** The columns that lead to something a person can open: a batch, a photo, a release. */
const openable: Readonly<Record<string, { readonly table: OpenableTable; readonly id: 'id' | 'photoId' }>> = {
  batches: { table: 'batches', id: 'id' },
  photos: { table: 'photos', id: 'id' },
  releases: { table: 'releases', id: 'id' },
  evidence_items: { table: 'evidenceItems', id: 'photoId' },
};
type OpenableTable = 'batches' | 'photos' | 'releases' | 'evidenceItems';

/** Where a name still stands in words that people wrote or that were read in a picture, so that a person can look there. */
export async function findMentions(database: Queryable, names: readonly string[]): Promise<readonly Mention[]> {
  const { traces } = await findTraces(database, names);
  const mentions: Mention[] = [];
  for (const { place, count } of traces) {
    mentions.push({ place, count, rows: await findRows(database, place, names) });
  }
  return mentions;
}

async function findRows(database: Queryable, place: string, names: readonly string[]): Promise<readonly string[]> {
  const [tableName = '', column = ''] = place.split('.');
  const known = openable[tableName];
  if (known === undefined) return [];
  const rows = await database
    .selectFrom(known.table)
    .select(sql<string>`${sql.ref(known.id)}`.as('row'))
    .distinct()
    .where(holdsAny(column, names))
    .limit(mostRows)
    .execute();
  return rows.map(({ row }) => row);
}

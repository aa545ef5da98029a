import type { Selectable } from 'kysely';
import { AppError } from '../../lib/app-error.ts';
import type { Database } from '../../store/database.ts';
import type { ErasureRow } from '../../store/tables/operation-tables.ts';
import type { Proof } from './parts.ts';

/** Erasures and what each proved, the newest first. */
export async function listErasures(database: Database) {
  const rows = await database.selectFrom('erasures').selectAll().orderBy('id', 'desc').limit(200).execute();
  return rows.map(shown);
}

/** One erasure. Throws `not-found`. */
export async function readErasure(database: Database, id: string) {
  const row = await database.selectFrom('erasures').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found');
  return shown(row);
}

function shown({ id, pupilId, askedAt, askedBy, finishedAt, proofJson }: Selectable<ErasureRow>) {
  const { rows, files, placesSearched, mentions, photos, takedowns } = JSON.parse(proofJson) as Proof;
  const proof = {
    rows: { ...rows },
    files: files.length,
    placesSearched,
    mentions: mentions.map((mention) => ({ ...mention })),
    photos: [...photos],
    takedowns: [...takedowns],
  };
  return { id, pupilId, askedAt, askedBy, finishedAt, proof };
}

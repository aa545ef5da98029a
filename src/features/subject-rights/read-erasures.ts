import { AppError } from '../../lib/app-error.ts';
import type { Database } from '../../store/database.ts';
import type { Proof } from './parts.ts';

/** Erasures and what each proved, the newest first. */
export async function listErasures(database: Database) {
  return (await erasures(database).orderBy('erasures.id', 'desc').limit(200).execute()).map(shown);
}

/** One erasure. Throws `not-found`. */
export async function readErasure(database: Database, id: string) {
  const row = await erasures(database).where('erasures.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found');
  return shown(row);
}

function erasures(database: Database) {
  return database
    .selectFrom('erasures')
    .leftJoin('accounts', 'accounts.id', 'erasures.askedBy')
    .selectAll('erasures')
    .select('accounts.displayName');
}

type Row = Awaited<ReturnType<ReturnType<typeof erasures>['execute']>>[number];

function shown({ id, pupilId, askedAt, askedBy, displayName, finishedAt, proofJson }: Row) {
  const { rows, files, placesSearched, mentions, photos, takedowns } = JSON.parse(proofJson) as Proof;
  const proof = {
    rows: { ...rows },
    files: files.length,
    placesSearched,
    // Earlier versions did not keep in which rows.
    mentions: mentions.map((mention) => ({ ...mention, rows: [...((mention as Partial<typeof mention>).rows ?? [])] })),
    photos: [...photos],
    takedowns: [...takedowns],
  };
  const person = askedBy === null ? null : { id: askedBy, displayName: displayName ?? '' };
  return { id, pupilId, askedAt, askedBy: person, finishedAt, proof };
}

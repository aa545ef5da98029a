import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** What came of comparing a face that was drawn by hand. */
export const drawnFacesSeenMigration: Migration = {
  number: 12,
  name: 'drawn-faces-seen',
  up: (trx) => runStatements(trx, statementsOf('alter table drawn_faces add column seen_json text')),
};

import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** An answer that was recorded by mistake, of the wrong pupil or never given: it stays on record and counts for nothing. */
export const answersRetractedMigration: Migration = {
  number: 17,
  name: 'answers-retracted',
  up: (trx) => runStatements(trx, statementsOf(statements)),
};

const statements = `
alter table consents add column retracted_at text;
alter table consents add column retracted_by text references accounts (id)
`;

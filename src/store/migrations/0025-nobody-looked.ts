import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** A takedown that is there only because nobody said in time whether a pupil is in the photo; an answer can end it. */
export const nobodyLookedMigration: Migration = {
  number: 25,
  name: 'nobody-looked',
  up: (trx) => runStatements(trx, statementsOf(statements)),
};

const statements = `
alter table takedowns add column nobody_looked integer not null default 0 check (nobody_looked in (0, 1))
`;

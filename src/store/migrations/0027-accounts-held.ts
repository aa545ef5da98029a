import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** Since when nobody signs in with an account, because it came back with a restore and nobody has let it in since. */
export const accountsHeldMigration: Migration = {
  number: 27,
  name: 'accounts-held',
  up: (trx) => runStatements(trx, statementsOf(statements)),
};

const statements = `
alter table accounts add column held_since text
`;

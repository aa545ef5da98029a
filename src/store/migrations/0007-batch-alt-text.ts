import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** Alternative text for a whole batch, taken over by each of its photos. */
export const batchAltTextMigration: Migration = {
  number: 7,
  name: 'batch-alt-text',
  up: (trx) => runStatements(trx, statementsOf("alter table batches add column alt_text text not null default ''")),
};

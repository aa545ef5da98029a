import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** A picture in which every face was covered together with other photos, without anybody looking at it. */
export const coversUnseenMigration: Migration = {
  number: 26,
  name: 'covers-unseen',
  up: (trx) => runStatements(trx, statementsOf(statements)),
};

const statements = `
alter table photo_outputs add column is_unseen integer not null default 0 check (is_unseen in (0, 1))
`;

import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** Who was in the classes and years of a batch's roll when it was opened: classes have other pupils a year later. */
export const batchPupilsMigration: Migration = {
  number: 14,
  name: 'batch-pupils',
  up: (trx) => runStatements(trx, statementsOf(statements)),
};

const statements = `
create table batch_pupils (
  batch_id text not null references batches (id) on delete cascade,
  pupil_id text not null references pupils (id) on delete cascade,
  primary key (batch_id, pupil_id)
) strict;
create index batch_pupils_by_pupil on batch_pupils (pupil_id)
`;
